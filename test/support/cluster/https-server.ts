// An HTTPS server on loopback that is no API server, with a certificate authority of its own.
import { mkdtemp, rm } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { certificateAuthority } from '../../../examples/local/cluster/certificate-authority.ts'

/** Its certificate is for `hosts`; `caData` is the authority's certificate as a kubeconfig has it. */
export const httpsServer = async (answer: RequestListener, hosts = ['127.0.0.1', 'localhost']) => {
  const { ca, caData, identity } = await found(hosts)
  const server = createServer(identity, answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    server: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ca,
    caData,
    listener: server,
    /** Ends every connection and shows those that follow a certificate of a new authority, which it resolves with. */
    async rotate() {
      const { identity, ...authority } = await found(hosts)
      server.setSecureContext(identity)
      server.closeAllConnections()
      return authority
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const found = async (hosts: string[]) => {
  const directory = await mkdtemp(join(tmpdir(), 'polder-authority-'))
  const { certificate: ca, issueServer } = await certificateAuthority(directory)
  const { certificate: cert, key } = await issueServer(hosts)
  await rm(directory, { recursive: true })
  return { ca, caData: Buffer.from(ca).toString('base64'), identity: { cert, key } }
}

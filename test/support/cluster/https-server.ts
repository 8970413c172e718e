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
  const directory = await mkdtemp(join(tmpdir(), 'polder-authority-'))
  const authority = await certificateAuthority(directory)
  const { certificate: cert, key } = await authority.issueServer(hosts)
  await rm(directory, { recursive: true })
  const server = createServer({ cert, key }, answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    server: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ca: authority.certificate,
    caData: Buffer.from(authority.certificate).toString('base64'),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

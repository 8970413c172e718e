// An HTTPS server before a test cluster that passes every request on, once a test lets it.
import { request } from 'node:https'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { httpsServer } from './https-server.ts'

/** `pass` sees each request before the cluster does, and may make it wait. */
export const forwardTo = (cluster: Cluster, pass: (method: string, url: string) => Promise<void> | void) =>
  httpsServer(async (incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming
    await pass(method, url)
    const { host: _, ...rest } = headers
    const ca = Buffer.from(cluster.caData, 'base64')
    const options = { method, headers: rest, ca, agent: false as const }
    const onward = request(new URL(url, cluster.server), options, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers)
      answer.on('error', () => outgoing.destroy()).pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    outgoing.on('close', () => onward.destroy())
    incoming.pipe(onward)
  })

// The floor of everything in a cluster: `node:https` with keep-alive connections, and nothing else.
import type { IncomingMessage } from 'node:http'
import { Agent, request } from 'node:https'
import type { Cluster } from '../../../../examples/local/cluster/cluster.ts'

/** As much of a Kubernetes object as a bench looks at. */
export type ClusterObject = {
  apiVersion: string
  kind: string
  metadata: { name: string; namespace?: string; resourceVersion?: string } & Record<string, unknown>
  [field: string]: unknown
}
export type WatchEvent = { type: string; object: ClusterObject }
export type BareClient = ReturnType<typeof bareClient>

const patchType = 'application/merge-patch+json'

export const bareClient = (cluster: Pick<Cluster, 'server' | 'caData' | 'adminToken'>, sockets = 10) => {
  const ca = Buffer.from(cluster.caData, 'base64')
  const agent = new Agent({ keepAlive: true, maxSockets: sockets, ca })
  const ask = (method: string, path: string, body?: unknown, own?: Agent) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const type = method === 'PATCH' ? patchType : 'application/json'
      const headers = { authorization: `Bearer ${cluster.adminToken}`, 'content-type': type }
      request(cluster.server + path, { method, agent: own ?? agent, headers }, resolve)
        .once('error', reject)
        .end(body === undefined ? undefined : JSON.stringify(body))
    })

  /** Gives the text of the answer, which must be of success. */
  const send = async (method: string, path: string, body?: unknown) => {
    const answer = await ask(method, path, body)
    const text = Buffer.concat(await answer.toArray()).toString()
    if (answer.statusCode! > 299)
      throw new Error(`${method} ${path} was answered ${answer.statusCode} ${text}`)
    return text
  }

  /** Calls `seen` with what happens to objects of `path` from now on; gives a function that ends it. */
  const watch = async (path: string, seen: (event: WatchEvent) => void) => {
    const { metadata } = JSON.parse(await send('GET', `${path}?limit=1`))
    const own = new Agent({ ca })
    const query = `watch=1&resourceVersion=${metadata.resourceVersion}&timeoutSeconds=36000`
    const answer = await ask('GET', `${path}?${query}`, undefined, own)
    let rest = ''
    answer.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n')
      rest = lines.pop()!
      for (const line of lines) seen(JSON.parse(line))
    })
    answer.on('error', () => {})
    return () => own.destroy()
  }

  return { send, watch, close: () => agent.destroy() }
}

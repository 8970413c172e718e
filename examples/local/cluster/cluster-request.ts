// One request to a Kubernetes API server, trusting only the authority it is told.
import { request } from 'node:https'

export interface ClusterAccess {
  /** `https://host:port` */
  server: string
  /** PEM in base64, as a kubeconfig has it. */
  caData: string
  token?: string
  certificate?: string
  key?: string
}

export interface ClusterAnswer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: an object of any kind, whose reader knows which
  body: any
}

/** JSON in, JSON out. Rejects only when no answer came; a refusal is an answer with its `status`. */
export const clusterRequest = (
  access: ClusterAccess,
  method: string,
  path: string,
  body?: unknown,
): Promise<ClusterAnswer> => {
  const { token, certificate: cert, key } = access
  const headers = {
    ...(token && { authorization: `Bearer ${token}` }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  }
  const ca = Buffer.from(access.caData, 'base64')
  return new Promise((resolve, reject) => {
    const options = { method, headers, ca, cert, key, agent: false as const, timeout: 10_000 }
    const sent = request(new URL(path, access.server), options, async (answer) => {
      try {
        const text = (await answer.toArray()).join('')
        resolve({ status: answer.statusCode!, body: text.startsWith('{') ? JSON.parse(text) : text })
      } catch (error) {
        reject(error)
      }
    })
    sent.on('timeout', () => sent.destroy(new Error(`${access.server} does not answer`)))
    sent.on('error', reject)
    sent.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

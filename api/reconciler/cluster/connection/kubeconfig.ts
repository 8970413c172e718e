// The access of the operator's own kubeconfig, which is trusted: its plugins run, its files are read.
import { KubeConfig } from '@kubernetes/client-node'
import type { Access } from './send-request.ts'

/** Without `file`, that of the service account that Polder runs as. */
export const kubeconfigAccess = async (file: string | undefined): Promise<Access> => {
  const kubeconfig = new KubeConfig()
  if (file) kubeconfig.loadFromFile(file)
  else kubeconfig.loadFromCluster()
  const server = kubeconfig.getCurrentCluster()?.server
  if (!server) throw new Error('its current context names no cluster')
  const options = async () => {
    const all: Parameters<KubeConfig['applyToHTTPSOptions']>[0] = {}
    await kubeconfig.applyToHTTPSOptions(all)
    return all as Record<string, unknown> & { headers?: Record<string, string>; auth?: string }
  }
  const { headers: _, agent: __, auth: ___, ...tls } = await options()
  return {
    server: new URL(server),
    tls,
    headers: async () => {
      const { headers, auth } = await options()
      return auth
        ? { ...headers, authorization: `Basic ${Buffer.from(auth).toString('base64')}` }
        : { ...headers }
    },
  }
}

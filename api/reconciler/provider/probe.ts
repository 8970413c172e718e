// The first step of a provider's turn: is the cluster there, is it the same one, may we do in it what we must?
import type { DesiredProvider } from '../../database/status/provider.ts'
import { credentialEnd } from '../cluster/access.ts'
import type { Cluster } from '../cluster/cluster.ts'
import { ClusterError } from '../cluster/errors.ts'
import { authorize, identify } from './authorize.ts'
import { found, type ProviderResult } from './result.ts'

/** `authorized`: what was found out about permissions with this credential a short while ago. */
export const probe = async (
  cluster: Cluster,
  provider: DesiredProvider,
  result: ProviderResult,
  now: Date,
  authorized?: string,
): Promise<string> => {
  try {
    result.version = await cluster.version()
    result.contact = true
    found(result, 'Reachable', `${cluster.host} answers.`)
    result.clusterUid = await identify(cluster, provider.status.cluster_uid)
  } catch (error) {
    if (!(error instanceof ClusterError) || error.status === undefined) throw error
    result.contact = true
    if (error.status !== 401) throw error
    const end = credentialEnd(provider)
    if (!end || end > now) throw error
    const when = end.toISOString().replace(/\.\d+Z$/, 'Z')
    throw new ClusterError('CredentialsExpired', `The credential expired at ${when}. Set a new one.`, { status: 401 })
  }
  found(result, 'CredentialsValid', 'The API server accepts the credential.')
  const said = authorized ?? (await authorize(cluster, { mode: provider.namespace_mode, namespace: provider.namespace }))
  found(result, 'Authorized', said)
  return said
}

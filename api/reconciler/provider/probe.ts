// The first step of a provider's turn: is the cluster there, is it the same one, may we do in it what we must?
import type { DesiredProvider } from '../../database/status/provider.ts'
import { credentialLife } from '../cluster/access.ts'
import type { Cluster } from '../cluster/cluster.ts'
import type { Discovery } from '../cluster/discover.ts'
import { ClusterError } from '../cluster/errors.ts'
import type { Finding } from '../turn/conditions.ts'
import { authorize, identify } from './authorize.ts'
import { found, type ProviderResult } from './result.ts'

/** `authorized`: what was found out with this credential a short while ago. Gives the condition RemovalAuthorized. */
export const probe = async (
  cluster: Cluster,
  provider: DesiredProvider,
  result: ProviderResult,
  now: Date,
  discovery: () => Promise<Discovery>,
  authorized?: Finding,
): Promise<Finding> => {
  try {
    result.version = await cluster.version()
    result.contact = true
    found(result, 'Reachable', `${cluster.host} answers.`)
    result.clusterUid = await identify(cluster, provider.status.cluster_uid)
  } catch (error) {
    if (!(error instanceof ClusterError) || error.status === undefined) throw error
    result.contact = true
    if (error.status !== 401) throw error
    const end = credentialLife(provider)?.ends
    if (!end || end > now) throw error
    const when = end.toISOString().replace(/\.\d+Z$/, 'Z')
    throw new ClusterError('CredentialsExpired', `The credential expired at ${when}. Set a new one.`, {
      status: 401,
    })
  }
  found(result, 'CredentialsValid', 'The API server accepts the credential.')
  const { namespace_mode: mode, namespace, adopt, name } = provider
  const removal = authorized ?? (await authorize(cluster, { mode, namespace, adopt }, discovery, name))
  found(result, 'Authorized', 'The credential may do all that is needed.')
  result.findings.set(removal.type, removal)
  return removal
}

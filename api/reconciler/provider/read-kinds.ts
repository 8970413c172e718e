// Asks the cluster of a provider, on a connection of its own, which kinds it has: what a manifest for it must list.
import { readProvider } from '../../database/status/provider.ts'
import { apiError } from '../../errors.ts'
import type { PolicyVersion } from '../../resources/manifest/admission-policy.ts'
import { type Kind, keepsNamespace } from '../../resources/objects/kinds.ts'
import { accessOf, secretsOf } from '../cluster/access.ts'
import { type Cluster, openCluster } from '../cluster/cluster.ts'
import { discover } from '../cluster/discover.ts'
import { ClusterError } from '../cluster/errors.ts'
import type { Context } from '../context.ts'

type Served = {
  /** Kinds that keep a namespace from being deleted. */
  kinds: Kind[]
  /** The version of ValidatingAdmissionPolicy, null where there is none. */
  policy: PolicyVersion | null
}

const serves = async (cluster: Cluster, version: PolicyVersion) => {
  const path = `/apis/admissionregistration.k8s.io/${version}`
  try {
    const { resources } = await cluster.get<{ resources: { name: string }[] }>(path)
    return resources.some(({ name }) => name === 'validatingadmissionpolicies')
  } catch (error) {
    if (error instanceof ClusterError && error.status === 404) return false
    throw error
  }
}

const policyOf = async (cluster: Cluster): Promise<PolicyVersion | null> => {
  for (const version of ['v1', 'v1beta1'] as const) if (await serves(cluster, version)) return version
  return null
}

const servedBy = async (cluster: Cluster): Promise<Served> => {
  const [{ kinds, silent }, policy] = await Promise.all([discover(cluster), policyOf(cluster)])
  const [broken] = silent
  // A manifest without its kinds would take permissions away that an earlier one gave.
  if (broken) throw broken.error
  return { kinds: kinds.filter(keepsNamespace), policy }
}

/** Throws `cluster_unavailable` with what is wrong. */
export const readKinds = async (
  { database, config }: Pick<Context, 'database' | 'config'>,
  id: string,
): Promise<Served> => {
  const provider = await readProvider(database, id)
  if (!provider) throw apiError('not_found', 'The workspace provider does not exist any more.')
  try {
    const cluster = openCluster(await accessOf(provider, config), secretsOf(provider))
    return await servedBy(cluster).finally(cluster.close)
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error
    const { namespace, namespace_mode: mode } = provider
    const path = `GET /v1/workspace_provider_manifest?namespace_mode=${mode}&namespace=${namespace}`
    const otherwise = `${path} answers the objects without the kinds of the cluster`
    throw apiError('cluster_unavailable', `${error.message} ${otherwise}.`, { retryAfter: 5, cause: error })
  }
}

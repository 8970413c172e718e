// Refuses to delete a namespace while Secrets in it are not Polder's: counted by its quota, and never listed.
import { billionths } from '../../../schemas/quantity.ts'
import { resourceQuotas, serviceAccounts } from '../../resources/objects/kinds.ts'
import { quotaName, secretCount, secretLimit } from '../../resources/objects/quota.ts'
import type { Cluster } from '../cluster/cluster.ts'
import { inUse } from '../cluster/errors.ts'
import { allItems } from '../cluster/list.ts'

type Counts = Record<string, string> | undefined

/** Throws ClusterError while there are some, or while they have not been counted. `version`: such as `v1.36.3`. */
export const refuseWhileSecrets = async (
  cluster: Cluster,
  namespace: string,
  version: string | null,
): Promise<void> => {
  const items = await allItems(cluster.list(resourceQuotas, '', namespace))
  const quota = items.find(({ metadata }) => metadata.name === quotaName)
  const hard = (quota?.spec as { hard?: Counts } | undefined)?.hard ?? {}
  if (!(secretCount in hard)) await count(cluster, namespace, quota?.metadata.labels, hard)
  const status = quota?.status as { hard?: Counts; used?: Counts } | undefined
  // The quota controller writes both together once it has counted; from then on the API server counts each new one.
  const used = status?.hard?.[secretCount] === hard[secretCount] ? status?.used?.[secretCount] : undefined
  if (used === undefined) {
    const what = `ResourceQuota \`${quotaName}\` has not counted the Secrets in it yet`
    throw inUse(namespace, `${what}. Repair the quota controller of the cluster if that lasts`)
  }
  const foreign = numberIn(used) - (makesTokens(version) ? await tokensIn(cluster, namespace) : 0)
  if (foreign <= 0) return
  const what = foreign === 1 ? "1 Secret is not Polder's" : `${foreign} Secrets are not Polder's`
  const how = `\`kubectl -n ${namespace} get secrets\` lists them; delete or move them`
  throw inUse(namespace, `${what}. Polder never reads Secrets: ${how}`)
}

// It was taken away, or is from before Polder counted Secrets. What it limits stays.
const count = (
  cluster: Cluster,
  namespace: string,
  labels: Record<string, string> | undefined,
  hard: object,
) =>
  cluster.apply({
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: quotaName, namespace, labels },
    spec: { hard: { ...hard, [secretCount]: secretLimit } },
  })

const numberIn = (quantity: string) => Number((billionths(quantity) as bigint) / 10n ** 9n)

// Before Kubernetes 1.24 every service account had a Secret with its token, made and deleted with it. Later on what a
// service account names may be long gone: taken off the count it would hide a Secret that is there.
const makesTokens = (version: string | null) => Number(/^v1\.(\d+)/.exec(version ?? '')?.[1] ?? Infinity) < 24

const tokensIn = async (cluster: Cluster, namespace: string) => {
  const items = await allItems(cluster.list(serviceAccounts, '', namespace))
  return items.flatMap(({ metadata, secrets }) => {
    const generated = (name: string) =>
      name.startsWith(`${metadata.name}-token-`) &&
      name.length === metadata.name.length + '-token-'.length + 5
    return ((secrets ?? []) as { name?: string }[]).filter(({ name = '' }) => generated(name))
  }).length
}

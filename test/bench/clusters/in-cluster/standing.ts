// How many objects of each kind stand in a cluster, asked in a way that costs the server next to nothing.
import { until } from '../../../support/until.ts'
import type { BareClient, ClusterObject } from './bare-client.ts'

// Service accounts are left out: a controller makes one of its own in every namespace, sooner or later.
const kinds: Record<string, string> = {
  Namespace: '/api/v1/namespaces',
  ResourceQuota: '/api/v1/resourcequotas',
  LimitRange: '/api/v1/limitranges',
  NetworkPolicy: '/apis/networking.k8s.io/v1/networkpolicies',
  Role: '/apis/rbac.authorization.k8s.io/v1/roles',
  RoleBinding: '/apis/rbac.authorization.k8s.io/v1/rolebindings',
}

const count = async (bare: BareClient, path: string) => {
  const { items, metadata } = JSON.parse(await bare.send('GET', `${path}?limit=1`))
  return items.length + (metadata.remainingItemCount ?? 0)
}

/** What stands now, so that more can be waited for. */
export const standing = async (bare: BareClient, templates: readonly ClusterObject[]) => {
  const before = new Map<string, number>()
  for (const [kind, path] of Object.entries(kinds)) before.set(kind, await count(bare, path))
  const each = (kind: string) => templates.filter((it) => it.kind === kind).length
  return {
    /** Resolves when all objects of so many more organizations stand. */
    more: async (organizations: number, patienceMs = 1_800_000) => {
      for (const [kind, path] of Object.entries(kinds)) {
        const expected = before.get(kind)! + organizations * each(kind)
        const stand = async () => {
          const found = await count(bare, path)
          if (found < expected) throw new Error(`${found} of ${expected} ${kind} stand.`)
        }
        await until(stand, patienceMs, 20)
      }
    },
  }
}

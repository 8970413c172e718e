// The rules of custom_role: how many clusters have the role.
import type { custom_role as schema } from '../../schemas/custom_role.ts'
import { inClusters } from './in-clusters.ts'
import type { Rules } from './rules.ts'

const placed = 'e.organization_id = t.organization_id'

const synced = inClusters({
  called: 'custom role',
  placed,
  owner: { type: 'custom_role', id: 't.id', generation: 't.cluster_generation' },
})

export const custom_role: Rules<typeof schema> = {
  computed: () => synced.computed,
  computedFrom: synced.computedFrom,
  placed,
  reaches: ['permissions', 'every_member'],
}

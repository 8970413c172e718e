// The rules of org_quota: how many of the limited clusters have the quota.
import type { org_quota as schema } from '../../schemas/org_quota.ts'
import { inClusters } from './in-clusters.ts'
import type { Rules } from './rules.ts'

const placed = `e.organization_id = t.organization_id
  and (t.workspace_provider_id is null or t.workspace_provider_id = e.workspace_provider_id)`

const synced = inClusters({
  called: 'quota',
  placed,
  owner: { type: 'org_quota', id: 't.id', generation: 't.cluster_generation' },
})

export const org_quota: Rules<typeof schema> = {
  computed: () => synced.computed,
  computedFrom: synced.computedFrom,
  placed,
  reaches: ['limits'],
}

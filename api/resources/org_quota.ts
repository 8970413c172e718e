// The rules of org_quota: how many of the limited clusters have the quota.
import type { org_quota as schema } from '../../schemas/org_quota.ts'
import { inClusters } from './in-clusters.ts'
import type { Rules } from './rules.ts'

export const org_quota: Rules<typeof schema> = {
  computed: () =>
    inClusters('t.organization_id', '(t.workspace_provider_id is null or t.workspace_provider_id = p.id)'),
}

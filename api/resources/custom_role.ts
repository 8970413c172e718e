// The rules of custom_role: how many clusters have the role.
import type { custom_role as schema } from '../../schemas/custom_role.ts'
import { inClusters } from './in-clusters.ts'
import type { Rules } from './rules.ts'

export const custom_role: Rules<typeof schema> = {
  computed: () => inClusters('t.organization_id'),
}

// What is peculiar to org_quota beyond its schema: nothing yet.
import type { org_quota as schema } from '../../schemas/org_quota.ts'
import type { Rules } from './rules.ts'

export const org_quota: Rules<typeof schema> = {}

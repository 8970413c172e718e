// What is peculiar to org_quota beyond its schema: nothing yet.
import type { Rules } from './rules.ts'

export const org_quota: Rules = {}

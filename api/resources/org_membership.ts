// What is peculiar to a membership beyond its schema.
import type { Rules } from './rules.ts'

export const org_membership: Rules = {}

// What is peculiar to an organization beyond its schema.
import type { Rules } from './rules.ts'

export const organization: Rules = {}

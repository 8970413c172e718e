// What is peculiar to custom_role beyond its schema: nothing yet.
import type { Rules } from './rules.ts'

export const custom_role: Rules = {}

// What is peculiar to custom_role beyond its schema: nothing yet.
import type { custom_role as schema } from '../../schemas/custom_role.ts'
import type { Rules } from './rules.ts'

export const custom_role: Rules<typeof schema> = {}

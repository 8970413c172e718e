// What is peculiar to user beyond its schema: nothing yet.
import type { Rules } from './rules.ts'

export const user: Rules = {}

// The rules of event: rows that the reconciler writes while others write what they tell of.
import type { event as schema } from '../../schemas/event.ts'
import type { Rules } from './rules.ts'

export const event: Rules<typeof schema> = { detached: true, newestFirst: true }

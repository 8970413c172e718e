// Answers what the server drew for a new row once: to the create that stored the row. A create that is sent again learns of the loss.
import { drawnSecrets } from '../../../schemas/index.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import type { Representation } from '../read/representation.ts'
import type { Item } from './line.ts'

const withMore = (it: Representation, more: Record<string, unknown>): Representation => {
  const value = { ...it.value, ...more }
  return { value, text: JSON.stringify(value), generation: it.generation, digest: it.digest }
}

/** The answer of a create, with `token`; of one that is sent again (S8, S9) with `token_lost`; of a dry run with neither. */
export const answerOnce = (resource: Resource, { verb, answer, drawn, dryRun }: Item): Representation => {
  const item = answer as Representation
  const names = drawnSecrets(resource)
  if (names.length === 0 || (dryRun && verb === 'create')) return item
  const more = names.map((name) => (verb === 'create' ? [name, drawn[name]] : [`${name}_lost`, true]))
  return withMore(item, Object.fromEntries(more))
}

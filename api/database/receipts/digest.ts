// The digest of a create: the same for two that say the same (S9).
import { createHash } from 'node:crypto'
import { canonical, same } from '../../../schemas/equality.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'

/** Of values by attribute: what is null, or equals its default, is left out; of a secret only its presence counts. */
export const digestOf = (resource: Resource, values: Readonly<Record<string, unknown>>): string => {
  const said = Object.entries(resource.attributes).flatMap(([name, it]) => {
    const value = values[name] ?? null
    if (value === null || (it.default !== undefined && same(it.shape, value, it.default))) return []
    return [[name, it.secret ? true : canonical(it.shape, value)]]
  })
  return createHash('sha256')
    .update(JSON.stringify([resource.name, said]))
    .digest('base64url')
}

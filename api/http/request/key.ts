// Refuses a body whose key differs from the key in the path.
import { resourceNamed } from '../../../schemas/index.ts'
import { addressParts, naturalKey, topOf } from '../../../schemas/place.ts'
import type { Resource, Shape } from '../../../schemas/vocabulary.ts'
import type { Store } from '../../database/store.ts'
import { apiError } from '../../errors.ts'
import type { Actor } from '../../resources/rules.ts'
import type { Asked } from '../route.ts'

type Keyed = Pick<Asked, 'actor' | 'address' | 'body'> & { resource: Resource }

/** Throws `key_mismatch`. An address that is an id names no part of the key. */
export const refuseOtherKey = async (
  store: Store,
  { actor, resource, address, body }: Keyed,
): Promise<void> => {
  const key = keyIn(resource, address)
  for (const [part, inPath] of Object.entries(key)) {
    const inBody = body[part]
    const { shape, requiresReplace } = resource.attributes[part]!
    if (inBody === undefined || (await same(store, { actor, resource, key, shape }, inPath, inBody))) continue
    const shown = (it: unknown) => JSON.stringify(it).slice(0, 80)
    const remedy = requiresReplace ? `Leave \`${part}\` out of the body.` : 'To rename, send a PATCH.'
    const detail = `\`${part}\` is ${shown(inPath)} in the path and ${shown(inBody)} in the body. ${remedy}`
    throw apiError('key_mismatch', detail, { attribute: part })
  }
}

const isId = ({ prefix }: Resource, address: Asked['address']) =>
  address.length === 1 && address[0]!.startsWith(`${prefix}_`)

/** Throws `key_mismatch` for an address that is an id: what is to be made has none yet. */
export const refuseId = (resource: Resource, address: Asked['address']): void => {
  if (!isId(resource, address)) return
  const key = naturalKey(resource).join('/')
  throw apiError(
    'key_mismatch',
    `PUT needs the natural key ${key}, and \`${address[0]}\` is an id. Send a PATCH instead.`,
  )
}

/** What an address says of the natural key, by attribute; the last may be null. */
export const keyIn = (resource: Resource, address: Asked['address']): Record<string, string | null> => {
  if (isId(resource, address)) return {}
  const key: Record<string, string | null> = {}
  addressParts(resource).forEach(({ attribute }, index) => {
    const before = key[attribute]
    const part = address[index] ?? null
    key[attribute] = before && part !== null ? `${before}/${part}` : part
  })
  return key
}

type Named = { actor: Actor; resource: Resource; key: Record<string, string | null>; shape: Shape }

/** The address of what a reference in a key says: a path starts in the place that both objects are in. */
const addressOf = ({ resource, key }: Named, to: Resource, spelling: string): string[] => {
  const top = topOf(to)?.name
  const above = top === undefined || !(top in resource.attributes) ? undefined : key[top]
  if (isId(to, [spelling])) return [spelling]
  return [...(above ? [above] : []), ...spelling.split('/')]
}

/** Two spellings of one object, its name and its id, are the same. */
const same = async (store: Store, it: Named, one: unknown, other: unknown): Promise<boolean> => {
  if (one === other) return true
  const { shape } = it
  if (shape.kind !== 'reference' || typeof one !== 'string' || typeof other !== 'string') return false
  const to = resourceNamed(shape.to)
  const [first, second] = await Promise.all(
    [one, other].map((spelling) => store.read(to, addressOf(it, to, spelling), it.actor)),
  )
  return first !== null && first?.value.id === second?.value.id
}

// Who names an object by its key in the path may repeat the parts in the body; they must not differ.
import { resourceNamed } from '../../../schemas/index.ts'
import { naturalKey } from '../../../schemas/place.ts'
import type { Resource, Shape } from '../../../schemas/vocabulary.ts'
import type { Store } from '../../database/store.ts'
import { apiError } from '../../errors.ts'
import type { Asked } from '../route.ts'

type Keyed = Pick<Asked, 'address' | 'body'> & { resource: Resource }

/** Throws `key_mismatch`. An address that is an id names no part of the key. */
export const refuseOtherKey = async (store: Store, { resource, address, body }: Keyed): Promise<void> => {
  for (const [part, inPath] of Object.entries(keyIn(resource, address))) {
    const inBody = body[part]
    const { shape, requiresReplace } = resource.attributes[part]!
    if (inBody === undefined || (await same(store, shape, inPath, inBody))) continue
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
  throw apiError('key_mismatch', `PUT goes by ${key}, and \`${address[0]}\` is an id; change it by PATCH.`)
}

/** The parts of the natural key that an address holds; the last may be null. */
export const keyIn = (resource: Resource, address: Asked['address']): Record<string, string | null> => {
  if (isId(resource, address)) return {}
  return Object.fromEntries(naturalKey(resource).map((part, index) => [part, address[index] ?? null]))
}

/** Two spellings of one object, its name and its id, are the same. */
const same = async (store: Store, shape: Shape, one: unknown, other: unknown): Promise<boolean> => {
  if (one === other) return true
  if (shape.kind !== 'reference' || typeof one !== 'string' || typeof other !== 'string') return false
  const to = resourceNamed(shape.to)
  const [first, second] = await Promise.all([one, other].map((it) => store.read(to, [it])))
  return first !== null && first?.value.id === second?.value.id
}

// A PUT names its object in the path: the body may repeat the parts of the key, and must not differ.
import { resourceNamed } from '../../schemas/index.ts'
import type { Resource, Shape } from '../../schemas/vocabulary.ts'
import { failure } from '../errors.ts'
import { refuseWrong } from './check.ts'
import type { Store } from './parts.ts'
import type { Asked } from './route.ts'

type Keyed = Pick<Asked, 'address' | 'body'> & { resource: Resource }

/** The complete body, with the parts of the key that the path holds. Throws `key_mismatch`. */
export const keyed = async (store: Store, { resource, address, body }: Keyed) => {
  const whole = { ...body }
  for (const [index, part] of resource.key.entries()) {
    const inPath = address[index] ?? null
    const inBody = body[part]
    if (inBody === undefined) whole[part] = inPath
    else if (!(await same(store, resource.attributes[part]!.shape, inPath, inBody))) {
      throw failure(
        'key_mismatch',
        `\`${part}\` is ${JSON.stringify(inPath)} in the path and ${JSON.stringify(inBody)?.slice(0, 80)} in the body; a rename is a PATCH by id.`,
        { attribute: part },
      )
    }
  }
  refuseWrong(resource, whole, 'whole')
  return whole
}

/** Two spellings of one object, its name and its id, are the same. */
const same = async (store: Store, shape: Shape, one: unknown, other: unknown): Promise<boolean> => {
  if (one === other) return true
  if (shape.kind !== 'reference' || typeof one !== 'string' || typeof other !== 'string') return false
  const to = resourceNamed(shape.to)
  const [first, second] = await Promise.all([one, other].map((it) => store.read(to, [it], { counts: false })))
  return first !== null && first?.answer.id === second?.answer.id
}

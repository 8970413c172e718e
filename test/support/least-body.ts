// The least that a writer must say of a new object, and the objects that it refers to.
import { sample } from '../../api/http/document/sample.ts'
import { pluralOf, referenceIn, resourceNamed, resources } from '../../schemas/index.ts'
import { placeNoun, referenceParts, topOf } from '../../schemas/place.ts'
import type { Attribute, Resource } from '../../schemas/vocabulary.ts'
import type { Api, Body } from './api.ts'

const required = ({ attributes }: Resource) =>
  Object.entries(attributes).filter(([, { presence }]) => presence === 'required')

const targetOf = ({ attributes }: Resource, name: string): Resource | undefined => {
  const reference = referenceIn(attributes[name]!)
  return reference && resourceNamed(reference.to)
}

const isFree = ({ shape }: Attribute, name: string) =>
  shape.kind === 'text' && !shape.oneOf && (!shape.matches || shape.matches.test(name))

/**
 * Every text that may be anything is `name`, or `other` outside of the key, and what it refers to is called so; `place`
 * is the name of one.
 */
export const leastBody = (resource: Resource, name = 'acme', place?: string, other = name): Body => ({
  ...Object.fromEntries(
    required(resource).map(([key, attribute]) => {
      const path = referenceParts(resource, key).map(() => name)
      const free = resource.key.includes(key) ? name : other
      return [key, path.join('/') || (isFree(attribute, free) ? free : sample(attribute))]
    }),
  ),
  ...(place !== undefined && topOf(resource) === placeNoun() && { [placeNoun().name]: place }),
})

/** Creates it, unless there is something that is called so. */
const createOne = async (api: Api, resource: Resource, name: string, place?: string) => {
  const path = `/v1/${pluralOf(resource)}`
  const other = name === 'acme' ? 'other' : name
  const { status, body } = await api.request('POST', path, leastBody(resource, name, place, other))
  if (status !== 201 && status !== 200 && body.code !== 'taken') throw new Error(JSON.stringify(body))
}

/** Creates what `leastBody` refers to, unless there is something that is called so. */
export const createReferred = async (
  api: Api,
  resource: Resource,
  name = 'acme',
  place?: string,
): Promise<void> => {
  for (const [key] of required(resource)) {
    const to = targetOf(resource, key)
    if (!to) continue
    await createReferred(api, to, name, place)
    await createOne(api, to, name, place)
  }
}

/** Creates what any resource may refer to, called `acme`: in the default organization and in one that is called so too. */
export const createTargets = async (api: Api): Promise<void> => {
  const targets = resources.filter((to) =>
    resources.some((from) => Object.keys(from.attributes).some((name) => targetOf(from, name) === to)),
  )
  for (const to of [placeNoun(), ...targets]) {
    for (const place of ['default', 'acme']) {
      await createReferred(api, to, 'acme', place)
      await createOne(api, to, 'acme', place)
    }
  }
}

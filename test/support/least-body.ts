// The least that a writer must say of a new object, and the objects that it refers to.
import { sample } from '../../api/http/document/sample.ts'
import { pluralOf, resourceNamed, resources } from '../../schemas/index.ts'
import type { Attribute, Resource } from '../../schemas/vocabulary.ts'
import type { Api, Body } from './api.ts'

const required = ({ attributes }: Resource) =>
  Object.entries(attributes).filter(([, { presence }]) => presence === 'required')

const isFree = ({ shape }: Attribute, name: string) =>
  shape.kind === 'text' && !shape.oneOf && (!shape.matches || shape.matches.test(name))

/** Every text that may be anything is `name`, and what it refers to is called so. */
export const leastBody = (resource: Resource, name = 'acme'): Body =>
  Object.fromEntries(
    required(resource).map(([key, attribute]) => [
      key,
      isFree(attribute, name) || attribute.shape.kind === 'reference' ? name : sample(attribute),
    ]),
  )

/** Creates what `leastBody` refers to, unless there is something that is called so. */
export const createReferred = async (api: Api, resource: Resource, name = 'acme'): Promise<void> => {
  for (const [, { shape }] of required(resource)) {
    if (shape.kind !== 'reference') continue
    const target = resourceNamed(shape.to)
    await createReferred(api, target, name)
    const { status, body } = await api.request('POST', `/v1/${pluralOf(target)}`, leastBody(target, name))
    if (status !== 201 && body.code !== 'taken') throw new Error(JSON.stringify(body))
  }
}

/** Creates an object of every resource of which there is none yet, so that no list is empty. */
export const fillEmptyLists = async (api: Api): Promise<void> => {
  for (const resource of resources) {
    const plural = pluralOf(resource)
    if ((await api.read(`${plural}?limit=1`)).items.length > 0) continue
    await createReferred(api, resource)
    await api.create(plural, leastBody(resource))
  }
}

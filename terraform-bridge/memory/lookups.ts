// Looks up objects of the API while planning, each once.
import { resourceNamed } from '../../schemas/index.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import type { Client, Filters, Row } from '../client.ts'

export const createLookups = (client: Client) => {
  const found = new Map<string, Promise<Row | undefined>>()
  const listed = new Map<string, Promise<Row[]>>()
  const object = (resource: Resource, address: readonly string[]) => {
    const key = [resource.name, ...address].join('/')
    const asked = found.get(key) ?? client.read(resource, address).then((row) => row ?? undefined)
    found.set(key, asked)
    return asked
  }

  return {
    /** The object with that address; undefined where there is none. */
    object,

    /** What fits the filters, up to the 500 that one page holds. */
    list(resource: Resource, filters: Filters): Promise<Row[]> {
      const key = `${resource.name}?${JSON.stringify(filters)}`
      const asked =
        listed.get(key) ?? client.list(resource, filters, { limit: 500 }).then(({ items }) => items)
      listed.set(key, asked)
      return asked
    },

    /** The deployment with its defaults, as it was when first asked. */
    deployment: () => object(resourceNamed('deployment'), ['deployment']),

    /** Forgets what was not found: it may exist by now. */
    created(resource: Resource) {
      for (const key of found.keys()) if (key.startsWith(`${resource.name}/`)) found.delete(key)
    },
  }
}

export type Lookups = ReturnType<typeof createLookups>

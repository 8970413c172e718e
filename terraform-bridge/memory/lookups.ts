// Names and ids asked of the server while planning, each once.
import { resourceNamed } from '../../schemas/index.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import type { Client, Row } from '../client.ts'

export const createLookups = (client: Client) => {
  const found = new Map<string, Promise<Row | undefined>>()
  const called = new Map<string, Promise<string[]>>()
  const once = (key: string, ask: () => Promise<Row | undefined>) => {
    const asked = found.get(key) ?? ask()
    found.set(key, asked)
    return asked
  }

  return {
    /**
     * The object with that id, or with that name within an organization's id. Asked as a list, which is empty where
     * there is none.
     */
    object(resource: Resource, spelling: string, scope: string): Promise<Row | undefined> {
      const byId = spelling.startsWith(`${resource.prefix}_`)
      const name = resource.key.at(-1)!
      const narrowed = resource.within ? { organization: scope } : {}
      const filters = byId ? { id: spelling } : { ...narrowed, [name]: spelling }
      return once(`${resource.name}/${byId ? '' : scope}/${spelling}`, async () => {
        const { items } = await client.list(resource, filters, { limit: 1 })
        return items[0]
      })
    },

    /** What is there, up to the 500 that one page holds, within an organization's id if it lives in one. */
    names(resource: Resource, scope: string): Promise<string[]> {
      const key = `${resource.name}/${scope}`
      const name = resource.key.at(-1)!
      const narrowed = resource.within ? { organization: scope } : {}
      const asked =
        called.get(key) ??
        client
          .list(resource, narrowed, { limit: 500 })
          .then(({ items }) => items.map((row) => String(row[name])))
      called.set(key, asked)
      return asked
    },

    /** The deployment with its defaults, as it was when first asked. */
    deployment(): Promise<Row | undefined> {
      const deployment = resourceNamed('deployment')
      return once('deployment', async () => (await client.read(deployment, ['deployment'])) ?? undefined)
    },

    /** Forgets what was not found: it may exist by now. */
    created(resource: Resource) {
      for (const key of found.keys()) if (key.startsWith(`${resource.name}/`)) found.delete(key)
    },
  }
}

export type Lookups = ReturnType<typeof createLookups>

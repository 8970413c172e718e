// Reads of many objects of one type with few requests (S24).
import type { Resource } from '../../schemas/vocabulary.ts'
import type { Client, Row } from '../client.ts'
import { gather } from './gather.ts'

// Every so many reads that found no snapshot pay for one page of the list.
const missesPerPage = 16
const pageSize = 500
// Keeps the query far below what servers and proxies take.
const idsPerRequest = 100

interface Snapshot {
  readonly rows: Map<string, Row>
  readonly organizations: Set<string | undefined>
  misses: number
  cursor: string | null | undefined
  page?: Promise<void>
  /** Reads that come together become one request. */
  readonly together: (id: string) => Promise<Row | null>
}

export const createReads = (client: Client) => {
  const snapshots = new Map<string, Snapshot>()
  let caching = true

  const snapshotOf = (resource: Resource): Snapshot => {
    const { name } = resource
    const it = snapshots.get(name) ?? {
      rows: new Map(),
      organizations: new Set(),
      misses: 0,
      cursor: undefined,
      together: gather({ withinMs: 1, most: idsPerRequest, ask: (ids) => readAll(resource, ids) }),
    }
    snapshots.set(name, it)
    return it
  }

  /** An object missing in the answer is asked for alone. */
  const readAll = async (resource: Resource, ids: readonly string[]) => {
    const single = (id: string) => client.read(resource, [id])
    if (ids.length === 1) return ids.map(single)
    const { items } = await client.list(resource, { id: ids }, { limit: ids.length })
    const rows = new Map(items.filter(whole(resource)).map((row) => [row.id, row]))
    return ids.map((id) => rows.get(id) ?? single(id))
  }

  const buy = async (resource: Resource, snapshot: Snapshot) => {
    const [organization, ...more] = snapshot.organizations
    const narrowed = organization && more.length === 0 ? { organization } : {}
    const after = snapshot.cursor ? { cursor: snapshot.cursor } : {}
    // A page that fails costs only speed: whoever wants an object of it asks for that alone.
    const page = await client.list(resource, narrowed, { limit: pageSize, ...after }).catch(() => undefined)
    snapshot.cursor = page?.next_cursor ?? null
    for (const row of page?.items.filter(whole(resource)) ?? []) snapshot.rows.set(String(row.id), row)
  }

  return {
    /** Null when there is none. `organization` is where the state says it is, if anywhere. */
    async read(resource: Resource, id: string, organization: string | undefined): Promise<Row | null> {
      const snapshot = snapshotOf(resource)
      if (!caching) return snapshot.together(id)
      await snapshot.page
      const held = snapshot.rows.get(id)
      if (held) return held
      snapshot.organizations.add(organization)
      snapshot.misses++
      if (snapshot.misses % missesPerPage === 0 && snapshot.cursor !== null) {
        snapshot.page = buy(resource, snapshot)
        await snapshot.page
        const bought = snapshot.rows.get(id)
        if (bought) return bought
      }
      return snapshot.together(id)
    },

    /** From the first write of this process on, nothing read before is trusted. */
    stopCaching() {
      caching = false
      snapshots.clear()
    },
  }
}

export type Reads = ReturnType<typeof createReads>

// Who may list but not read gets less than the object; that must never reach a state.
const whole = (resource: Resource) => {
  const names = Object.entries(resource.attributes).flatMap(([name, { secret }]) => (secret ? [] : [name]))
  return (row: Row) => names.every((name) => Object.hasOwn(row, name))
}

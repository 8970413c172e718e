// Reads of many objects of one type with few requests (S24).
import type { Resource } from '../../schemas/vocabulary.ts'
import type { Client, Row } from '../client.ts'
import { gather } from './gather.ts'

// Every so many reads that found no snapshot pay for one page of the list.
const missesPerPage = 16
const pageSize = 500
// Keeps the query far below what servers and proxies take.
const idsPerRequest = 100

/** Ids of what an object is in, by the attribute that names it. */
export type Places = Readonly<Record<string, string>>

interface Snapshot {
  readonly rows: Map<string, Row>
  /** The ids that every object asked for so far has above it, by attribute; absent before the first. */
  common?: Places
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
    const it: Snapshot = snapshots.get(name) ?? {
      rows: new Map(),
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
    const after = snapshot.cursor ? { cursor: snapshot.cursor } : {}
    // A page that fails costs only speed: whoever wants an object of it asks for that alone.
    const page = await client
      .list(resource, snapshot.common ?? {}, { limit: pageSize, ...after })
      .catch(() => undefined)
    snapshot.cursor = page?.next_cursor ?? null
    for (const row of page?.items.filter(whole(resource)) ?? []) snapshot.rows.set(String(row.id), row)
  }

  return {
    /** Null when there is none. `places` says where the state has it. */
    async read(resource: Resource, id: string, places: Places): Promise<Row | null> {
      const snapshot = snapshotOf(resource)
      if (!caching) return snapshot.together(id)
      await snapshot.page
      const held = snapshot.rows.get(id)
      if (held) return held
      snapshot.common = shared(snapshot.common ?? places, places)
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

const shared = (some: Places, others: Places): Places =>
  Object.fromEntries(Object.entries(some).filter(([name, id]) => others[name] === id))

// Who may list but not read gets less than the object; that must never reach a state.
const whole = (resource: Resource) => {
  const names = Object.entries(resource.attributes).flatMap(([name, { secret }]) => (secret ? [] : [name]))
  return (row: Row) => names.every((name) => Object.hasOwn(row, name))
}

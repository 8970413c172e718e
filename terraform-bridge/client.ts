// The five verbs of the API, and PUT: everything the bridge knows about HTTP paths, queries and headers.
import { pluralOf } from '../schemas/index.ts'
import type { Resource } from '../schemas/vocabulary.ts'
import { ApiError } from './api-error.ts'
import { createHttpClient, type HttpClientOptions } from './http-client.ts'
import type { HttpResponse } from './transport.ts'

/** One object as answered: attributes, and `<reference>_id` beside every reference. */
export type Row = Record<string, unknown>
export type Filters = Readonly<Record<string, string | readonly string[] | undefined>>

/** A write that is only judged; `id` is the id or the natural key, and of a create `replaces` an id. */
export interface DryRun {
  verb: 'create' | 'update' | 'put'
  type: string
  id?: string
  replaces?: string
  body: Row
}
/** What the write would be answered: an object, or a refusal. */
export interface DryRunResult {
  status: number
  body: Record<string, unknown>
}

interface Write {
  signal?: AbortSignal
}

interface Page {
  items: Row[]
  next_cursor: string | null
}

/** All verbs reject with ApiError, Unreachable or Stopped. */
export const createClient = (endpoint: HttpClientOptions) => {
  let deployment: string | undefined
  // That there is no such object says nothing before it is known where there is none.
  const { send, strange, expect } = createHttpClient(endpoint, (headers) => {
    deployment = headers['polder-deployment']?.toString() ?? deployment
  })
  // A login page or a proxy agrees to everything; taken at its word it would empty a state.
  const rowIn = (answer: HttpResponse): Row => {
    if (typeof answer.body.id !== 'string') throw strange(answer)
    return answer.body
  }

  return {
    /** The uid of the deployment that answered last. */
    deployment: () => deployment,
    /** From now on an API that does not answer is taken for one that restarts. */
    expect,

    /** One page, ordered by natural key. */
    async list(resource: Resource, filters: Filters, page: { limit?: number; cursor?: string } = {}) {
      const query = new URLSearchParams(
        Object.entries({ ...filters, ...page }).flatMap(([name, given]) =>
          [given ?? []].flat().map((value) => [name, String(value)]),
        ),
      )
      const answer = await send({ method: 'GET', path: `${pathOf(resource)}?${query}` })
      if (!Array.isArray(answer.body.items)) throw strange(answer)
      return answer.body as unknown as Page
    },

    /** 201, or 200 when an earlier apply has created the object and lost the answer. */
    async create(resource: Resource, body: Row, { signal }: Write = {}): Promise<Row> {
      return rowIn(await send({ method: 'POST', path: pathOf(resource), body, signal }))
    },

    /** Null when there is none. `wait` (seconds, 30 at most) holds the answer back until it is reconciled or gone. */
    async read(
      resource: Resource,
      address: readonly string[],
      { wait, signal }: { wait?: number; signal?: AbortSignal } = {},
    ): Promise<Row | null> {
      const headers: Record<string, string> = wait ? { prefer: `wait=${wait}` } : {}
      const path = pathOf(resource, address)
      return send({ method: 'GET', path, headers, signal }).then(rowIn, unlessAbsent)
    },

    async update(resource: Resource, id: string, body: Row, { signal }: Write = {}): Promise<Row> {
      return rowIn(await send({ method: 'PATCH', path: pathOf(resource, [id]), body, signal }))
    },

    /** By natural key, whether it is there or not. */
    async put(resource: Resource, key: readonly string[], body: Row, { signal }: Write = {}): Promise<Row> {
      return rowIn(await send({ method: 'PUT', path: pathOf(resource, key), body, signal }))
    },

    /** The results in the order of the items, 50 at most. Nothing is stored. */
    async dryRun(items: readonly DryRun[]): Promise<DryRunResult[]> {
      const answer = await send({ method: 'POST', path: '/v1/dry_runs', body: { items } })
      const { results } = answer.body
      if (!Array.isArray(results) || results.length !== items.length) throw strange(answer)
      return results
    },

    /** Confirms the creates of these objects, 500 at most. */
    async confirm(ids: readonly string[]): Promise<void> {
      await send({ method: 'POST', path: '/v1/confirmations', body: { ids } })
    },

    /** `deleting` when the object stays until the clusters have let go of it. */
    async delete(
      resource: Resource,
      id: string,
      { force, signal }: { force?: boolean; signal?: AbortSignal } = {},
    ): Promise<'gone' | 'deleting'> {
      const path = pathOf(resource, [id], { force })
      const answer = await send({ method: 'DELETE', path, signal }).catch(unlessAbsent)
      if (answer && answer.status !== 202 && answer.status !== 204) throw strange(answer)
      return answer?.status === 202 ? 'deleting' : 'gone'
    },
  }
}

export type Client = ReturnType<typeof createClient>

const pathOf = (
  resource: Resource,
  address: readonly string[] = [],
  parameters: Record<string, string | boolean | undefined> = {},
): string => {
  const query = Object.entries(parameters).flatMap(([name, value]) => (value ? [`${name}=${value}`] : []))
  const path = ['/v1', pluralOf(resource), ...address.map(encodeURIComponent)].join('/')
  return query.length > 0 ? `${path}?${query.join('&')}` : path
}

// Only the API's own word counts: a way to it that answers 404 by itself says nothing of any object.
const unlessAbsent = (error: unknown): null => {
  if (error instanceof ApiError && error.code === 'not_found') return null
  throw error
}

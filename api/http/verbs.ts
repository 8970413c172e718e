// Handles each verb after every check of the request: one call of the store, one answer.
import { pluralOf } from '../../schemas/index.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import type { Sort } from '../database/read/order.ts'
import type { Representation } from '../database/read/representation.ts'
import type { Store } from '../database/store.ts'
import { apiError, notFound } from '../errors.ts'
import { onlyFields } from './lists/fields.ts'
import { refuseWrong } from './request/check.ts'
import { createOnly, etagOf, known, seen } from './request/etag.ts'
import { keyIn, refuseId, refuseOtherKey } from './request/key.ts'
import { idempotencyKey } from './request/request-headers.ts'
import type { Answer, Asked } from './route.ts'
import { secondsOf, settle } from './wait.ts'

type Do = (asked: Asked & { resource: Resource }) => Promise<Answer>

const json = { 'content-type': 'application/json' }
const respond = (status: number, item: Representation, headers: Record<string, string> = {}): Answer => ({
  status,
  body: item.text,
  headers: { ...json, ETag: etagOf(item), ...headers },
})

/** `If-None-Match: *` where there is always one, or beside an `If-Match`, which asks that there is one. */
const neverNew = ({ name, singleton }: Resource) =>
  singleton
    ? apiError('already_exists', `There is always one ${name}. Leave out \`If-None-Match: *\` to update it.`)
    : apiError(
        'malformed',
        'If-Match asks that the object exists, and `If-None-Match: *` that it does not: send one of them.',
      )

const writing = ({ actor, query, header }: Asked) => {
  const match = header('if-match')
  const version = match === undefined ? undefined : seen(match)
  return {
    actor,
    dryRun: query.get('dry_run')?.[0] === 'true',
    ...(typeof version === 'number' ? { ifMatch: version } : {}),
  }
}

export const verbs = ({ store }: { store: Store }) => {
  const list: Do = async ({ resource, query, actor }) => {
    const { limit, cursor, sort, fields, count, ...filters } = Object.fromEntries(query) as Record<
      string,
      string[]
    >
    const page = await store.list(resource, {
      filters,
      limit: Number(limit?.[0] ?? 100),
      cursor: cursor?.[0],
      sort: sort?.[0] as Sort | undefined,
      count: count?.[0] === 'true',
      actor,
    })
    const shown = fields?.[0]?.split(',')
    const items = page.items.map((it) => (shown ? onlyFields(it, shown) : it.text)).join()
    const total = page.total_count === undefined ? '' : `,"total_count":${page.total_count}`
    const body = `{"items":[${items}],"next_cursor":${JSON.stringify(page.next_cursor)}${total}}`
    return { status: 200, body, headers: json }
  }

  const create: Do = async (asked) => {
    const { resource, body, header } = asked
    refuseWrong(resource, body, 'whole')
    const how = {
      ...writing(asked),
      idempotencyKey: keyInHeader(header('idempotency-key')),
      replaces: asked.replaces,
    }
    const { item, created } = await store.create(resource, body, how)
    const location = `/v1/${pluralOf(resource)}/${item.value.id}`
    return respond(created ? 201 : 200, item, how.dryRun ? {} : { Location: location })
  }

  const read: Do = async ({ resource, address, actorNow, header, over }) => {
    const seconds = secondsOf(header('prefer'))
    const look = async () => store.read(resource, address, await actorNow())
    const item = await settle(look, seconds, over)
    if (!item) throw notFound(resource.name, address)
    const etag = etagOf(item)
    const condition = header('if-none-match')
    if (condition !== undefined && known(condition, etag)) return { status: 304, headers: { ETag: etag } }
    return respond(200, item, seconds === 0 ? {} : { 'Preference-Applied': `wait=${seconds}` })
  }

  const update: Do = async (asked) => {
    const { resource, address, body } = asked
    refuseWrong(resource, body, 'change')
    return respond(200, await store.update(resource, address, body, { ...writing(asked), complete: false }))
  }

  const put: Do = async (asked) => {
    const { resource, address, header } = asked
    refuseId(resource, address)
    await refuseOtherKey(store, asked)
    const body = { ...asked.body, ...keyIn(resource, address) }
    refuseWrong(resource, body, 'whole')
    const isNew = header('if-none-match')
    const how = { ...writing(asked), createOnly: isNew !== undefined && createOnly(isNew) }
    // What is always there, or has been seen by a writer who names its version, must not come into being.
    if (resource.singleton || header('if-match') !== undefined) {
      if (how.createOnly) throw neverNew(resource)
      return respond(200, await store.update(resource, address, body, { ...how, complete: true }))
    }
    const { item, created } = await store.put(resource, body, how)
    return respond(created ? 201 : 200, item)
  }

  const deleteOne: Do = async (asked) => {
    const { resource, address, query } = asked
    const force = query.get('force')?.[0] === 'true'
    const left = await store.delete(resource, address, { ...writing(asked), force })
    return left === 'gone' ? { status: 204 } : respond(202, left)
  }

  const reconcile: Do = async ({ resource, address, actor }) =>
    respond(202, await store.reconcile(resource, address, actor))

  return { list, create, read, update, put, delete: deleteOne, reconcile }
}

const keyInHeader = (value: string | undefined): string | undefined => {
  if (value === undefined || idempotencyKey.test(value)) return value
  throw apiError('malformed', 'Idempotency-Key must be 1 to 255 visible ASCII characters.')
}

// Creates an object of every resource with all that a writer can say, and a row of every table beside.

import { columnsOf, type TableColumn } from '../../../api/database/schema/columns.ts'
import { sample, sampleBody } from '../../../api/http/document/sample.ts'
import { rulesOf } from '../../../api/resources/index.ts'
import { pluralOf, resources, serves } from '../../../schemas/index.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import type { Api } from '../api.ts'
import { inClusters } from '../database/in-clusters.ts'
import { insertObject } from '../insert-object.ts'

/** All but what would keep other objects from being created, such as that a user is suspended. */
const bodyOf = (resource: Resource) =>
  Object.fromEntries(
    Object.entries(sampleBody(resource)).filter(([name]) => {
      const { shape, view } = resource.attributes[name]!
      return shape.kind !== 'boolean' && name !== 'cordon_reason' && !view
    }),
  )

/** Objects come after those that they refer to, in whatever order the registry has them. */
const createObjects = async (api: Api) => {
  let rest = resources.filter((it) => !it.singleton && serves(it, 'create'))
  while (rest.length > 0) {
    const refusals = new Map<Resource, string>()
    for (const resource of rest) {
      const headers = { 'Idempotency-Key': resource.name }
      const { status, body } = await api.request(
        'POST',
        `/v1/${pluralOf(resource)}`,
        bodyOf(resource),
        headers,
      )
      if (status !== 201) refusals.set(resource, `${resource.name}: ${body.detail}`)
    }
    if (refusals.size === rest.length) throw new Error([...refusals.values()].join('\n'))
    rest = [...refusals.keys()]
  }
}

/** What no writer sets, and is empty at first: a cluster would have told it by now. */
const toldLater = (resource: Resource, { name, type, nullable }: TableColumn): unknown => {
  const attribute = resource.attributes[name]
  const isOwn = name in (rulesOf(resource).columns ?? {})
  if (attribute?.presence === 'computed') return nullable || type === 'jsonb' ? sample(attribute) : undefined
  if (attribute || !isOwn || !nullable) return undefined
  return type === 'timestamptz' ? '2026-01-01T00:00:00Z' : 'acme'
}

const tellLater = async ({ database }: Api, resource: Resource) => {
  for (const column of columnsOf(resource)) {
    const value = toldLater(resource, column)
    if (value === undefined) continue
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    // What a writer made has a receipt; the rest is as the first start left it.
    const rows = `update "${resource.name}" set "${column.name}" = $1::text::${column.type} where receipt_user is not null`
    await database.run(rows, [text])
  }
}

export const createEverything = async (api: Api) => {
  await createObjects(api)
  for (const resource of resources.filter((it) => !it.singleton && !serves(it, 'create')))
    await insertObject(api, resource)
  for (const resource of resources) await tellLater(api, resource)
  await api.database.run(`insert into revoked_token (digest, revoked_at) values ('', now())`, [])
  await api.database.run(`insert into replica (id, expires_at) values ('acme', now())`, [])
  const { written, held } = inClusters(api.database)
  await written("o.name = 'acme'")
  await held("o.name = 'acme'")
}

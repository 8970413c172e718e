// The one route table: every resource with its verbs, and routes for operators. OpenAPI is computed from it.
import { pluralOf, resources, serves } from '../../schemas/index.ts'
import { addressParts } from '../../schemas/place.ts'
import { boolean, type Resource } from '../../schemas/vocabulary.ts'
import { rulesOf } from '../resources/index.ts'
import { mostIds } from './batch/confirmation.ts'
import { mostItems } from './batch/dry-run.ts'
import { plural, singular } from './in-words.ts'
import { fieldsOf } from './lists/fields.ts'
import { filtersOf } from './lists/filters.ts'
import { pagingOf } from './lists/paging.ts'
import { manifestRoutes } from './manifest/manifest-routes.ts'
import { publicRoutes } from './public-routes.ts'
import type { Parameter, Route } from './route.ts'

const dryRun: Parameter = {
  name: 'dry_run',
  description: 'Whether to check the write and answer as if it were done, with nothing stored.',
  shape: boolean(),
}
const force: Parameter = {
  name: 'force',
  description:
    'Whether to give up on clusters that are gone for good, leaving their objects behind, and to delete namespaces in the other clusters with everything that people keep there.',
  shape: boolean(),
}
/** `org_quotas` → `OrgQuotas` */
const pascal = (name: string) => name.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())

/** `called` tells operations on the same object apart by how it is addressed. */
type Address = { path: string; natural: boolean; called: string }

/** The paths of one object: by id, by its natural key, and by a key whose last part is null. */
const addresses = (resource: Resource): Address[] => {
  const base = `/v1/${pluralOf(resource)}`
  const natural = (parts: readonly string[], called: string) => ({
    path: base + parts.map((it) => `/{${it}}`).join(''),
    natural: true,
    called,
  })
  const parts = addressParts(resource)
  const key = parts.map(({ name }) => name)
  const last = parts.at(-1)
  const byId = { path: `${base}/{id}`, natural: resource.singleton === true, called: '' }
  if (!last) return [byId]
  if (parts.length === 1) return [natural(key, '')]
  return [
    byId,
    ...(last.optional ? [natural(key.slice(0, -1), `ByKeyWithout${pascal(last.name)}`)] : []),
    natural(key, 'ByKey'),
  ]
}

const ofOne = (resource: Resource, { path, natural, called }: Address): Route[] => {
  const noun = singular(resource)
  const one = pascal(resource.name) + called
  const spelled = natural && !resource.singleton ? 'natural key' : 'id'
  const put: Route = {
    id: `put${one}`,
    method: 'PUT',
    path,
    does: 'put',
    summary: `Create or replace ${noun}`,
    parameters: [dryRun],
    resource,
    body: 'whole',
  }
  return [
    {
      id: `read${one}`,
      method: 'GET',
      path,
      does: 'read',
      summary: `Read ${noun} by ${spelled}`,
      parameters: [],
      resource,
    },
    {
      id: `update${one}`,
      method: 'PATCH',
      path,
      does: 'update',
      summary: `Update ${noun} by ${spelled}`,
      parameters: [dryRun],
      resource,
      body: 'change',
    },
    ...(natural ? [put] : []),
    {
      id: `delete${one}`,
      method: 'DELETE',
      path,
      does: 'delete',
      summary: `Delete ${noun} by ${spelled}`,
      parameters: [dryRun, force],
      resource,
      refuses: resource.singleton,
    },
  ]
}

const turnsOf = (resource: Resource): Route[] =>
  (rulesOf(resource).turns === undefined ? [] : addresses(resource)).map(({ path, called }) => ({
    id: `reconcile${pascal(resource.name)}${called}`,
    method: 'POST',
    path: `${path}/reconcile`,
    does: 'reconcile',
    summary: `Reconcile ${singular(resource)} in its clusters now`,
    parameters: [],
    resource,
  }))

const ofResource = (resource: Resource): Route[] => {
  const path = `/v1/${pluralOf(resource)}`
  return [
    {
      id: `list${pascal(pluralOf(resource))}`,
      method: 'GET',
      path,
      does: 'list',
      summary: `List ${plural(resource)}`,
      parameters: [...filtersOf(resource), fieldsOf(resource), ...pagingOf(resource)],
      resource,
    },
    {
      id: `create${pascal(resource.name)}`,
      method: 'POST',
      path,
      does: 'create',
      summary: `Create ${singular(resource)}`,
      parameters: [dryRun],
      resource,
      body: 'whole',
      refuses: resource.singleton,
    },
    ...addresses(resource).flatMap((it) => ofOne(resource, it)),
    ...turnsOf(resource),
  ]
}

export const routes: readonly Route[] = [
  ...resources.flatMap((it) => ofResource(it).filter(({ does }) => serves(it, does))),
  {
    id: 'createDryRuns',
    method: 'POST',
    path: '/v1/dry_runs',
    does: 'create_dry_runs',
    summary: `Check up to ${mostItems} writes, each by itself, and store none of them`,
    parameters: [],
    body: 'whole',
    quiet: true,
  },
  {
    id: 'createConfirmations',
    method: 'POST',
    path: '/v1/confirmations',
    does: 'create_confirmations',
    summary: `Confirm up to ${mostIds} creates whose answers have arrived`,
    parameters: [],
    body: 'whole',
    quiet: true,
  },
  ...manifestRoutes,
  ...publicRoutes,
]

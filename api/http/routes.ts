// The one route table: every resource with every verb, tokens, and what operators ask. OpenAPI is computed from it.
import { pluralOf, resources } from '../../schemas/index.ts'
import { flag, number, type Resource, text } from '../../schemas/vocabulary.ts'
import { filtersOf } from './filters.ts'
import { plural, singular } from './in-words.ts'
import type { Parameter, Route } from './route.ts'

const dryRun: Parameter = {
  name: 'dry_run',
  about: 'Whether to answer what would be stored and store nothing.',
  shape: flag(),
}
const replaces: Parameter = {
  name: 'replaces',
  about: 'With `dry_run`, the id of the object that this one replaces: it is taken for deleted.',
  shape: text({ min: 1, max: 64 }),
}
const force: Parameter = {
  name: 'force',
  about:
    'Whether to give up on clusters that are gone for good, leaving behind what is in them, and in the others to delete namespaces with what people keep there.',
  shape: flag(),
}
const paging: Parameter[] = [
  {
    name: 'limit',
    about: 'How many at most, from 1 to 500; 100 unless told.',
    shape: number({ min: 1, max: 500 }),
  },
  { name: 'cursor', about: '`next_cursor` of the page before.', shape: text({ min: 1, max: 1024 }) },
]

/** The paths of one object: by id, by its natural key, and by a key whose last part is null. */
const addresses = (resource: Resource): { path: string; natural: boolean }[] => {
  const base = `/v1/${pluralOf(resource)}`
  const natural = (parts: readonly string[]) => ({
    path: base + parts.map((it) => `/{${it}}`).join(''),
    natural: true,
  })
  const { key, attributes } = resource
  if (resource.singleton) return [{ path: `${base}/{id}`, natural: true }]
  return [
    ...(key.length > 1 ? [{ path: `${base}/{id}`, natural: false }] : []),
    ...(attributes[key.at(-1)!]!.presence === 'optional' ? [natural(key.slice(0, -1))] : []),
    natural(key),
  ]
}

const ofOne = (resource: Resource, path: string, natural: boolean): Route[] => {
  const noun = singular(resource)
  const spelled = natural && !resource.singleton ? 'natural key' : 'id'
  const put: Route = {
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
      method: 'GET',
      path,
      does: 'read',
      summary: `Read ${noun} by ${spelled}`,
      parameters: [],
      resource,
    },
    {
      method: 'PATCH',
      path,
      does: 'change',
      summary: `Change ${noun} by ${spelled}`,
      parameters: [dryRun],
      resource,
      body: 'change',
    },
    ...(natural ? [put] : []),
    {
      method: 'DELETE',
      path,
      does: 'remove',
      summary: `Delete ${noun} by ${spelled}`,
      parameters: [dryRun, force],
      resource,
    },
  ]
}

const ofResource = (resource: Resource): Route[] => {
  const path = `/v1/${pluralOf(resource)}`
  return [
    {
      method: 'GET',
      path,
      does: 'list',
      summary: `List ${plural(resource)}`,
      parameters: [...filtersOf(resource), ...paging],
      resource,
    },
    {
      method: 'POST',
      path,
      does: 'create',
      summary: `Create ${singular(resource)}`,
      parameters: [dryRun, replaces],
      resource,
      body: 'whole',
    },
    ...addresses(resource).flatMap((it) => ofOne(resource, it.path, it.natural)),
  ]
}

const tokens = '/v1/users/{user}/tokens'
const open = { method: 'GET', parameters: [], public: true } as const

export const routes: readonly Route[] = [
  ...resources.flatMap(ofResource),
  { method: 'GET', path: tokens, does: 'list_tokens', summary: 'List the tokens of a user', parameters: [] },
  {
    method: 'POST',
    path: tokens,
    does: 'issue_token',
    summary: 'Issue a token for a user, shown in this answer alone',
    parameters: [],
    body: 'whole',
  },
  {
    method: 'DELETE',
    path: `${tokens}/{id}`,
    does: 'revoke_token',
    summary: 'Revoke a token of a user',
    parameters: [],
  },
  { ...open, path: '/healthz', does: 'alive', summary: 'Whether the process answers' },
  { ...open, path: '/readyz', does: 'ready', summary: 'Whether requests should be sent here' },
  { ...open, path: '/metrics', does: 'metrics', summary: 'Counters for Prometheus' },
  { ...open, path: '/openapi.json', does: 'document', summary: 'This document' },
  { ...open, path: '/docs', does: 'reference', summary: 'This document as a page' },
  { ...open, path: '/docs/{file}', does: 'reference', summary: 'What the page is made of' },
]

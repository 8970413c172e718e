// The responses of each verb in the API document: successes with their headers, and refusals.
import { drawnSecrets } from '../../../schemas/index.ts'
import { type Code, codes, statusOf, titleOf } from '../../errors.ts'
import { confirmation } from '../batch/confirmation.ts'
import { dryRun } from '../batch/dry-run.ts'
import type { Route, Verb } from '../route.ts'

const schema = (name: string) => ({ schema: { $ref: `#/components/schemas/${name}` } })
const text = { schema: { type: 'string' } }
const header = (description: string) => ({ description, ...text })

/** Headers of answers, for the components of the document. */
export const answerHeaders = {
  'Polder-Deployment': header('The deployment that answers.'),
  'X-Request-Id': header('The id of the request in the log.'),
  RateLimit: header('The requests that the token has left, and the seconds until it has all of them again.'),
  ETag: header('The version of the object: `"<generation>.<status revision>"`.'),
}
const named = (name: keyof typeof answerHeaders) => ({ [name]: { $ref: `#/components/headers/${name}` } })
const everywhere = { ...named('Polder-Deployment'), ...named('X-Request-Id') }
const etag = named('ETag')

type Success = { description: string; schema?: string; json?: object; type?: string; headers?: object }
const status = (word: string) => ({
  type: 'object',
  required: ['status'],
  properties: { status: { type: 'string', enum: [word] } },
})

const readyStatus = {
  ...status('ready'),
  required: ['status', 'encryption_key'],
  properties: {
    ...status('ready').properties,
    encryption_key: {
      type: 'string',
      description:
        'Fingerprint of the key that encrypts secrets: the first one in POLDER_ENCRYPTION_KEY. It reveals nothing of the key.',
    },
  },
}

const successes = (noun: string, drawn: readonly string[]): Record<Verb, Record<number, Success>> => {
  const one = (description: string, headers: object = {}, schema = noun) => ({
    description,
    schema,
    headers: { ...etag, ...headers },
  })
  return {
    list: { 200: { description: 'A page of the list.', schema: `${noun}_list` } },
    create: {
      201: one(
        `The ${noun} is created.`,
        { Location: header(`The path of the ${noun}.`) },
        drawn.length > 0 ? `${noun}_created` : noun,
      ),
      200:
        drawn.length > 0
          ? one(`The same request created the ${noun} before.`, {}, `${noun}_replayed`)
          : one(
              `The ${noun} existed: this user created it with this body, has not confirmed it, and nobody has changed it since.`,
            ),
    },
    read: {
      200: one(`The ${noun}.`),
      304: { description: `The ${noun} has not changed.`, headers: etag },
    },
    update: { 200: one(`The ${noun} as it is now.`) },
    put: { 200: one(`The ${noun} as it is now.`), 201: one(`The ${noun} is created.`) },
    delete: {
      204: { description: `The ${noun} is deleted.` },
      202: one(`The ${noun} is being deleted from its clusters.`),
    },
    reconcile: { 202: one(`The ${noun}, which waits for its turn in its clusters.`) },
    create_dry_runs: {
      200: { description: 'The result of each write, with nothing stored.', schema: `${noun}_results` },
    },
    create_confirmations: { 204: { description: 'The creates are confirmed.' } },
    read_manifest: { 200: { description: 'The objects, for `kubectl apply`.', type: 'application/yaml' } },
    read_new_manifest: {
      200: { description: 'The objects, for `kubectl apply`.', type: 'application/yaml' },
    },
    alive: { 200: { description: 'The process answers.', json: status('alive') } },
    ready: { 200: { description: 'The server accepts requests.', json: readyStatus } },
    document: { 200: { description: 'OpenAPI 3.1.', json: { type: 'object' } } },
    reference: { 200: { description: 'A page, a script or a style sheet.', type: 'text/html' } },
  }
}

const contentOf = ({ schema: name, json, type }: Success) => {
  if (name) return { 'application/json': schema(name) }
  if (json) return { 'application/json': { schema: json } }
  return type ? { [type]: text } : undefined
}

/** What is always there is never created, and only what is in clusters goes later. */
const neverHappens = (status: string, { does, resource }: Route) =>
  (does === 'put' && status === '201' && resource?.singleton) ||
  (does === 'delete' && status === '202' && resource?.clustered !== 'deleted later')

/** What a route that is not public speaks of. */
export const nounOf = ({ does, resource }: Route) => resource?.name ?? nouns[does]?.name ?? ''
const nouns: Partial<Record<Verb, { name: string }>> = {
  create_dry_runs: dryRun,
  create_confirmations: confirmation,
}

/** Responses of a route that succeeds. */
export const successesOf = (route: Route) => {
  const { does, resource, public: open } = route
  const all = successes(nounOf(route), resource ? drawnSecrets(resource) : [])
  const possible = Object.entries(all[does]).filter(([status]) => !neverHappens(status, route))
  return Object.fromEntries(
    possible.map(([status, it]) => [
      status,
      {
        description: it.description,
        headers: { ...everywhere, ...(open ? {} : named('RateLimit')), ...it.headers },
        content: contentOf(it),
      },
    ]),
  )
}

const writes: Code[] = [
  'malformed',
  'request_timeout',
  'too_large',
  'unsupported_media_type',
  'invalid',
  'taken',
]
const stranger: Code[] = ['unauthenticated', 'forbidden', 'too_many_requests', 'internal', 'unavailable']

const refusals: Record<Verb, Code[]> = {
  list: ['malformed', 'invalid'],
  create: writes,
  read: ['malformed', 'not_found'],
  update: [...writes, 'not_found', 'stale'],
  put: [...writes, 'not_found', 'stale', 'already_exists'],
  delete: ['malformed', 'not_found', 'in_use', 'stale', 'invalid'],
  reconcile: ['malformed', 'not_found'],
  create_dry_runs: ['malformed', 'request_timeout', 'too_large', 'unsupported_media_type', 'invalid'],
  create_confirmations: ['malformed', 'request_timeout', 'too_large', 'unsupported_media_type', 'invalid'],
  read_manifest: ['malformed', 'not_found', 'cluster_unavailable'],
  read_new_manifest: ['malformed', 'invalid'],
  alive: [],
  ready: ['unavailable'],
  document: [],
  reference: ['not_found'],
}

/** Responses of a route that refuses: by status, one description for all routes. */
export const refusalsOf = ({ does, public: open }: Route) =>
  Object.fromEntries(
    [...refusals[does], ...(open ? [] : stranger)]
      .map(statusOf)
      .map((status) => [status, { $ref: `#/components/responses/problem_${status}` }]),
  )

/** The refusals of each status, for the components of the document. */
export const problemResponses = () =>
  Object.fromEntries(
    [...new Set(codes.map(statusOf))].map((status) => {
      const titles = codes.filter((it) => statusOf(it) === status).map((it) => `\`${it}\`: ${titleOf(it)}.`)
      const waits = status === 429 || status === 503
      const headers = {
        ...everywhere,
        ...(waits ? { 'Retry-After': header('Seconds to wait before the next request.') } : {}),
      }
      const content = { 'application/problem+json': schema('problem') }
      return [`problem_${status}`, { description: titles.join(' '), headers, content }]
    }),
  )

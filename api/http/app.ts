// Binds the route table to Hono; each request goes once through the steps of `answerTo`, top to bottom.
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { ApiError, apiError } from '../errors.ts'
import { rulesOf } from '../resources/index.ts'
import { authentication } from './authenticate.ts'
import { authorize } from './authorize.ts'
import { confirmationVerbs } from './batch/confirmations.ts'
import { dryRunVerbs } from './batch/dry-runs.ts'
import { failedAuthentications } from './limits/failed-authentications.ts'
import { rateLimit } from './limits/rate-limit.ts'
import { manifestVerbs } from './manifest/manifest-verbs.ts'
import { operationVerbs } from './operation.ts'
import type { Parts } from './parts.ts'
import { problem } from './problem.ts'
import { readBody } from './request/body.ts'
import { clientAddress } from './request/client-address.ts'
import { addressIn, methodsAt } from './request/path.ts'
import { readQuery } from './request/query.ts'
import { refuseUnfit } from './request/refuse-unfit.ts'
import type { RequestIds } from './request/request-id.ts'
import type { Answer, Asked, Route, Verb } from './route.ts'
import { routes } from './routes.ts'
import { verbs } from './verbs.ts'

type Ask = Context<{ Bindings: HttpBindings }>
/** What is known of a request before its answer. */
type Known = { requestId: string; headers: Record<string, string>; user?: string }
type Run = { deployment: string; draining: () => boolean; requestId: RequestIds }

const reads = ['GET', 'HEAD']
const nobody = { token: '', user: '', username: 'nobody', siteRoles: [] }

export const app = (parts: Parts, { deployment, draining, requestId: nextId }: Run) => {
  const { database, store, findBearer, log, metrics, activate } = parts
  const authenticate = authentication(
    findBearer,
    failedAuthentications(parts.failedAuthenticationLimit, parts.clock),
  )
  const take = rateLimit(parts.rateLimit, parts.clock)
  const ofResources = verbs({ store })
  const does: Record<Verb, (asked: never) => Promise<Answer>> = {
    ...ofResources,
    ...dryRunVerbs({ log, store }, ofResources),
    ...confirmationVerbs({ store }),
    ...manifestVerbs({ store, readKinds: parts.readKinds, deployment }),
    ...operationVerbs({ database, draining }),
  }

  const answerTo = async (c: Ask, route: Route, known: Known): Promise<Answer> => {
    const header = (name: string) => c.req.header(name)
    const client = () => clientAddress(parts.trustedProxies, c.env.incoming)
    const identify = () => authenticate(header('authorization'), client)
    const actor = route.public ? nobody : await identify()
    if (!route.public) {
      known.user = actor.username
      Object.assign(known.headers, take(actor.token))
      authorize(actor, route)
    }
    const address = addressIn(c.req.url, route)
    const query = readQuery(c.req.url, route)
    const body = route.body ? await readBody(c.env.incoming) : {}
    const actorNow = async () => {
      const same = await identify()
      authorize(same, route)
      return same
    }
    const over = () => draining() || c.env.outgoing.destroyed
    const { resource } = route
    const { requestId } = known
    const asked: Asked = { route, resource, actor, actorNow, requestId, address, query, header, body, over }
    const writes = route.method !== 'GET' && !route.quiet && query.get('dry_run')?.[0] !== 'true'
    const answer = await does[route.does](asked as never).catch((cause) => {
      if (writes && cause instanceof ApiError && cause.code === 'outcome_unknown') written(route)
      throw cause
    })
    if (writes) written(route)
    return answer
  }

  /** Whoever may have lost a right loses it before the answer is out. */
  const written = (route: Route) => {
    if (route.resource) activate()
    if (route.resource && rulesOf(route.resource).authenticates) authenticate.forget()
  }

  const respond = async (c: Ask, route: Route | undefined, find: typeof answerTo) => {
    const begun = performance.now()
    const requestId = nextId(c.req.header('x-request-id'))
    const known: Known = {
      requestId,
      headers: { 'Polder-Deployment': deployment, 'X-Request-Id': requestId },
    }
    // What one client may see is no other's, and a refusal is nobody's tomorrow.
    if (!route?.public) known.headers['Cache-Control'] = 'no-store'
    const attempt = async () => {
      refuseUnfit(c.env.incoming, known.headers)
      return find(c, route!, known)
    }
    const answer = await attempt().catch((error) => problem(error, requestId, log))
    if (draining()) known.headers.Connection = 'close'
    const seconds = (performance.now() - begun) / 1000
    const { method } = c.req
    metrics.request(method, route?.path, answer.status, seconds)
    const line = { requestId, user: known.user, method, path: route?.path, status: answer.status, seconds }
    log[reads.includes(method) ? 'debug' : 'info'](line, 'answered')
    return toResponse(answer, known.headers)
  }

  const refuse = async (c: Ask, _: Route, { headers }: Known): Promise<Answer> => {
    const methods = methodsAt(c.req.url)
    if (methods.length === 0)
      throw apiError('unknown_path', 'The path does not exist. /openapi.json lists all paths.')
    headers.Allow = methods.join(', ')
    throw apiError(
      'method_not_allowed',
      `This path supports only ${methods.join(', ')}, not ${c.req.method}.`,
    )
  }

  const hono = new Hono<{ Bindings: HttpBindings }>()
  for (const route of routes) {
    hono.on(route.method, route.path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) => respond(c, route, answerTo))
  }
  hono.notFound((c) => respond(c as Ask, undefined, refuse))
  return hono
}

/** A plain object of headers is sent as it is; Hono's own way builds a Headers of each, which reads feel. */
export const toResponse = ({ status, body, headers }: Answer, common: Record<string, string>) => {
  const all = { ...common, ...headers }
  if (body === undefined) return new Response(null, { status, headers: all })
  if (typeof body === 'string' || body instanceof Uint8Array)
    return new Response(body, { status, headers: all })
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...all },
  })
}

// Checks many writes in one request, each as `?dry_run=true` would check it alone: nothing is stored (S18).
import { checkCreate } from '../../../schemas/check.ts'
import { resourceNamed, serves } from '../../../schemas/index.ts'
import { naturalKey } from '../../../schemas/place.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { ApiError, apiError } from '../../errors.ts'
import { authorize } from '../authorize.ts'
import type { Parts } from '../parts.ts'
import { problem } from '../problem.ts'
import type { Answer, Asked, Query, Route } from '../route.ts'
import { routes } from '../routes.ts'
import { type DryRunItem, itemsIn } from './dry-run.ts'

type Write = (asked: Asked & { resource: Resource }) => Promise<Answer>
type Writes = Record<DryRunItem['verb'], Write>
type Do = (asked: Asked) => Promise<Answer>

const dryRun: Query = new Map([['dry_run', ['true']]])

/** The route that one write goes to. Throws `not_found` when no object of that type has such an address. */
const routeOf = ({ verb, type }: DryRunItem, address: readonly string[]): Route => {
  const found = routes.find(
    (it) =>
      it.does === verb && it.resource?.name === type && it.path.split('{').length - 1 === address.length,
  )
  if (found) return found
  const resource = resourceNamed(type)
  if (!serves(resource, verb)) {
    throw apiError('method_not_allowed', `Objects of the type \`${type}\` have no \`${verb}\`.`)
  }
  const key = naturalKey(resource).join('/')
  const words = `No ${type} has the address \`${address.join('/')}\`.`
  const ways = [...(verb === 'put' ? [] : ['its id']), ...(key === '' ? [] : [`its natural key, \`${key}\``])]
  throw apiError('not_found', `${words} Give ${ways.join(' or ')}.`)
}

const isPlainCreate = ({ verb, type, replaces }: DryRunItem) =>
  verb === 'create' && !replaces && !resourceNamed(type).singleton

const written = (status: number, text?: string) =>
  `{"status":${status}${text === undefined ? '' : `,"body":${text}`}}`

export const dryRunVerbs = ({ log, store }: Pick<Parts, 'log' | 'store'>, writes: Writes) => {
  const judge = async (asked: Asked, item: DryRunItem): Promise<Answer> => {
    const address = item.id?.split('/') ?? []
    const route = routeOf(item, address)
    authorize(asked.actor, route)
    const resource = resourceNamed(item.type)
    const body = item.body ?? {}
    const replaces = item.replaces ?? undefined
    const header = () => undefined
    const one = { ...asked, route, resource, address, query: dryRun, header, body, replaces }
    return writes[item.verb](one)
  }

  /** What is refused for the moment refuses the request as a whole: sending that again is what helps. */
  const resultOf = async (asked: Asked, item: DryRunItem): Promise<string> => {
    const { status, body } = await judge(asked, item).catch((error) => {
      if (error instanceof ApiError && error.status === 503) throw error
      return problem(error, asked.requestId, log)
    })
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return written(status, text)
  }

  /** The results of creates that nothing stands in the way of: as one list they cost no more than one of them. */
  const resultsOf = async ({ actor }: Asked, items: readonly DryRunItem[]) => {
    const results = new Map<DryRunItem, string>()
    for (const [type, creates] of Map.groupBy(items.filter(isPlainCreate), ({ type }) => type)) {
      const resource = resourceNamed(type)
      const fit = creates.filter(({ body }) => checkCreate(resource, body).length === 0)
      if (fit.length < 2) continue
      const bodies = fit.map(({ body }) => body!)
      const answers = await store.tryCreates(resource, bodies, actor)
      for (const [at, answer] of answers.entries())
        if (answer) results.set(fit[at]!, written(201, answer.text))
    }
    return results
  }

  // One after the other, each in a transaction of its own that is rolled back before the next begins: no row stays
  // locked for longer than one item takes, and no two requests wait for each other in a ring.
  const create_dry_runs: Do = async (asked) => {
    const items = itemsIn(asked.body)
    const together = await resultsOf(asked, items)
    const results: string[] = []
    for (const item of items) results.push(together.get(item) ?? (await resultOf(asked, item)))
    return {
      status: 200,
      body: `{"results":[${results.join()}]}`,
      headers: { 'content-type': 'application/json' },
    }
  }

  return { create_dry_runs }
}

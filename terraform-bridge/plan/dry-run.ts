// Asks the server at plan what it would say at apply (S17, S18).
import { apiErrorOf, type ProblemDetails } from '../api-error.ts'
import type { DryRun, DryRunResult } from '../client.ts'
import { type Value, whollyKnown } from '../protocol/value.ts'
import { kept } from '../values/block.ts'
import { createBody, updateBody } from '../values/body.ts'
import { keyOf } from '../values/key.ts'
import { relationOfRow } from '../values/relation.ts'
import type { PlanInput, Planned } from './plan-values.ts'

export interface Refused {
  readonly problem: ProblemDetails
  readonly verb: 'create' | 'update'
}

/** Nothing where the server would agree, or cannot be asked yet. Throws what is no refusal: that nothing answers. */
export const dryRun = async (
  input: PlanInput,
  planned: Planned,
  replaces = replacedBy(input, planned),
): Promise<Refused | undefined> => {
  const { session, prior } = input
  const verb = prior !== null && planned.replace.length === 0 ? 'update' : 'create'
  if (!session.connection || planned.pending.size > 0 || !known(input, planned)) return undefined
  if (verb === 'update' && planned.write.length === 0) return undefined
  const problem = refusalIn(await session.connection.dryRun(itemOf(input, planned, replaces)))
  if (!problem || passes(problem, replaces) || mayChange(problem, input, planned)) return undefined
  return { problem, verb }
}

/** The id of the object that apply destroys before it creates this one. */
export const replacedBy = (
  { resource, prior, private: kept }: PlanInput,
  { replace }: Planned,
): string | undefined =>
  resource.singleton || (prior !== null && replace.length === 0) ? undefined : kept.id

const itemOf = (
  { resource, config, prior }: PlanInput,
  { values, references, write, replace }: Planned,
  replaces: string | undefined,
): DryRun => {
  const type = resource.name
  const change = { resource, config, planned: values, references, secrets: false }
  if (prior !== null && replace.length === 0)
    return { verb: 'update', type, id: String(prior.id), body: updateBody({ ...change, prior }, write) }
  const body = createBody(change)
  if (resource.singleton) return { verb: 'update', type, id: resource.name, body }
  if (relationOfRow(resource)) return { verb: 'put', type, id: keyOf(resource, body).join('/'), body: {} }
  return { verb: 'create', type, replaces, body }
}

const refusalIn = ({ status, body }: DryRunResult): ProblemDetails | undefined => {
  if (status < 300) return undefined
  const error = apiErrorOf(status, body)
  if (error.isRefusal) return error.body
  throw error
}

const known = ({ resource, config }: PlanInput, { values }: Planned): boolean =>
  Object.entries(kept(resource)).every(
    ([name, { presence, secret, follows }]) =>
      presence === 'computed' ||
      // What follows another attribute is the server's to say, and is not sent.
      (follows && config[name] === null) ||
      whollyKnown((secret ? config[name] : values[name]) as Value),
  )

/** Who has what the object is to have. */
export const ownersIn = ({ code, existing, blockers = [] }: ProblemDetails): string[] => {
  const owners = code === 'namespace_owned' ? blockers.flatMap(({ items }) => items) : [existing ?? []].flat()
  return owners.map(({ id }) => id)
}

// Apply waits for what is on its way out; and what may not be deleted is not destroyed before it is refused.
const passes = ({ code, attribute }: ProblemDetails, replaces: string | undefined): boolean =>
  (code === 'deleting' && attribute !== undefined) || (replaces !== undefined && held.has(code))
const held = new Set(['in_use', 'is_default'])

// These depend on what the object refers to, and this plan changes that first.
const mayChange = ({ code }: ProblemDetails, { session }: PlanInput, { references }: Planned): boolean =>
  circumstantial.has(code) &&
  Object.values(references)
    .flat()
    .some(({ id }) => session.registry.changes(id))
const circumstantial = new Set(['cordoned', 'managed_elsewhere', 'region_not_allowed', 'unresolved'])

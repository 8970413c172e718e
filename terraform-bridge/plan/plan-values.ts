// The values a plan promises, attribute by attribute: what is configured, what is kept, what the schema says, or unknown.
import { referenceIn, resourceNamed } from '../../schemas/index.ts'
import type { Attribute, Reference, Resource, Shape } from '../../schemas/vocabulary.ts'
import type { Session } from '../memory/session.ts'
import type { Path } from '../protocol/diagnostic.ts'
import { type Entries, isUnknown, UNKNOWN, Unknown, type Value } from '../protocol/value.ts'
import { kept } from '../values/block.ts'
import { defaultParent } from '../values/default-parent.ts'
import { equal, fromJson, inPriorSpelling } from '../values/json.ts'
import type { Pair, Private } from '../values/private-state.ts'
import { type Scope, scopeIn } from '../values/scope.ts'
import { planReference } from './plan-reference.ts'

export interface PlanInput {
  readonly session: Session
  readonly resource: Resource
  readonly config: Entries
  /** Null for a create, also for the second half of a replacement, whose private state is still there. */
  readonly prior: Entries | null
  readonly private: Private
}

export interface Planned {
  readonly values: Entries
  /** The attributes whose change makes another object of it. */
  readonly replace: Path[]
  /** What references stand for, as far as it is known. */
  readonly references: Readonly<Record<string, readonly Pair[]>>
  /** Attributes with a reference to what is only planned. */
  readonly pending: ReadonlySet<string>
  /** Attributes an update has to write. */
  readonly write: string[]
  readonly missing: readonly Missing[]
}

/** A reference to what is neither there nor planned so far. */
export interface Missing {
  readonly attribute: string
  readonly spelling: string
  readonly shape: Reference
  readonly scope: Scope | undefined
  /** Whether the provider block says it, and not the resource. */
  readonly unordered: boolean
}

export const planValues = async (input: PlanInput): Promise<Planned> => {
  const { resource, prior, config } = input
  const values: Entries = {}
  const replace: Path[] = []
  const references: Record<string, readonly Pair[]> = {}
  const pending = new Set<string>()
  const write = new Set<string>()
  const missing: Missing[] = []
  const settable = Object.entries(kept(resource)).filter(([, { presence }]) => presence !== 'computed')
  let anew = false

  for (const [name, attribute] of settable) {
    const before = prior?.[name] ?? null
    if (prior && attribute.unmanaged && config[name] === null) {
      const handsOver = isHandedOver(name, attribute, input)
      values[name] = handsOver ? null : before
      if (handsOver) write.add(name)
      else if (input.private.references?.[name]) references[name] = input.private.references[name]
      continue
    }
    const wanted = attribute.secret ? null : await valueWanted(name, attribute, input, values)
    const reference = await asReference(name, attribute, wanted, input, { values, references })
    missing.push(...(reference?.missing ?? []))
    values[name] = reference ? reference.value : inPriorSpelling(attribute.shape, wanted, before)
    if (reference?.pairs) references[name] = reference.pairs
    else if (reference) pending.add(name)
    if (!prior) continue

    const differs = reference
      ? reference.change === 'other' || reference.change === 'replaced'
      : !equal(attribute.shape, values[name], before)
    if (!differs) continue
    if (!attribute.requiresReplace) write.add(name)
    else if (reference?.change === 'replaced') anew = true
    else replace.push([name])
  }
  if (prior) noteConsequences(resource, values, prior, write)

  if (input.private.deleting && prior && !(anew || replace.length > 0)) {
    anew = !isForItsRemoval(input, write)
  }
  if (anew) replace.push(['id'])
  const fresh = prior === null || replace.length > 0
  // Something known only to the server must change for core to see that an object is written without changing.
  const invisible =
    !fresh && write.size > 0 && settable.every(([name]) => unchanged(values[name], prior![name]))
  for (const [name, { presence }] of Object.entries(kept(resource))) {
    if (presence !== 'computed') continue
    values[name] = fresh ? unknownOf(resource, name) : (prior![name] ?? null)
    if (invisible && name === 'created_at') values[name] = UNKNOWN
  }
  if (resource.clustered) {
    values.timeouts = config.timeouts ?? null
    if (!fresh) values.reconciled = input.private.deleting ? (prior!.reconciled ?? null) : true
  }
  return { values, replace, references, pending, write: [...write], missing }
}

/** Whether an object that is going is only told how: with what credential, for how long, by force (S13). */
const isForItsRemoval = ({ resource, prior, config }: PlanInput, write: ReadonlySet<string>): boolean => {
  const waits = unchanged(config.timeouts, prior!.timeouts)
  if (write.size === 0 && waits) return false
  return [...write].every((name) => resource.attributes[name]!.whileDeleting)
}

/** A list taken out of the configuration is given up, and its rows stay; one that only an import has read is kept. */
const isHandedOver = (name: string, { view }: Attribute, { prior, private: kept }: PlanInput): boolean =>
  view !== undefined && (prior?.[name] ?? null) !== null && !kept.imported?.includes(name)

/** Before any regard for what was there: the configured value, or what omission means. */
const valueWanted = async (
  name: string,
  attribute: Attribute,
  { session, config, prior, private: secret }: PlanInput,
  planned: Entries,
): Promise<Value> => {
  const given = config[name] ?? null
  if (given !== null) return given
  const { follows, fallback, shape } = attribute
  if (attribute.default !== undefined) return fromJson(shape, attribute.default)
  if (follows) return valueFollowing(follows, shape, { prior, planned, before: prior?.[name] ?? null })
  if (!fallback) return null
  // What an object belongs to is settled when it is created; moving the default moves nothing (S4).
  if (prior) return prior[name] ?? null
  const replaced = secret.references?.[name]?.[0]
  if (replaced) return replaced.name
  return (await defaultParent(name, fallback, session)) ?? new Unknown({ notNull: true })
}

/** What it was while both stay; otherwise the server says, for a copy of what is sensitive would be shown in clear. */
const valueFollowing = (
  target: string,
  shape: Shape,
  { prior, planned, before }: { prior: Entries | null; planned: Entries; before: Value },
): Value => {
  const was = prior?.[target] ?? null
  const stays = prior !== null && equal(shape, planned[target] ?? null, was) && equal(shape, before, was)
  return stays ? before : new Unknown({ notNull: true })
}

const asReference = async (
  name: string,
  attribute: Attribute,
  wanted: Value,
  input: PlanInput,
  { values, references }: Pick<Planned, 'values' | 'references'>,
) => {
  const shape = referenceIn(attribute)
  if (!shape) return undefined
  const { session, resource, prior, private: secret, config } = input
  const scope = scopeIn(resource, resourceNamed(shape.to), values, references)
  const before = secret.references?.[name] ?? []
  const unordered =
    attribute.fallback !== undefined && config[name] === null && prior === null && before.length === 0
  const asks = prior !== null || !session.applying
  const context = { session, shape, before, scope, unordered, asks }
  const { missing, ...planned } = await planReference(wanted, prior?.[name] ?? null, context)
  const notFound = missing.map((spelling) => ({ attribute: name, spelling, shape, scope, unordered }))
  return { ...planned, missing: notFound }
}

const noteConsequences = (resource: Resource, values: Entries, prior: Entries, write: Set<string>) => {
  for (const [name, { follows, secret }] of Object.entries(resource.attributes)) {
    // One that equals the other may follow it on the server, where a rename would change it too.
    if (follows && write.has(follows)) write.add(name)
    const version = `${name}_version`
    if (secret && !unchanged(values[version], prior[version])) write.add(name)
    else if (secret) write.delete(name)
  }
}

const unknownOf = (resource: Resource, name: string): Value => {
  if (name !== 'id') return new Unknown({ notNull: !resource.attributes[name]!.nullable })
  return resource.singleton ? resource.name : new Unknown({ notNull: true, prefix: `${resource.prefix}_` })
}

const unchanged = (now: Value | undefined, before: Value | undefined): boolean =>
  !isUnknown(now ?? null) && JSON.stringify(now ?? null) === JSON.stringify(before ?? null)

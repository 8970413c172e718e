// Makes the bodies of requests: of a create from the configuration, of an update from the changes that the plan found.
import { referenceIn } from '../../schemas/index.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import type { Row } from '../client.ts'
import type { Entries, Value } from '../protocol/value.ts'
import { kept } from './block.ts'
import { patchOf, toJson } from './json.ts'
import type { Private } from './private-state.ts'

type References = NonNullable<Private['references']>

interface Change {
  readonly resource: Resource
  readonly config: Entries
  readonly planned: Entries
  readonly references: References
  /** A dry run carries no secrets, and the server compares a create it has lost without them. */
  readonly secrets: boolean
}

/** Everything configured, and what the plan put in the place of an omitted organization. */
export const createBody = (change: Change): Row => {
  const { resource, config, secrets } = change
  return Object.fromEntries(
    Object.entries(kept(resource)).flatMap(([name, attribute]) => {
      const { presence, secret, fallback } = attribute
      if (presence === 'computed' || (secret && !secrets)) return []
      if (config[name] === null && !fallback) return []
      return [[name, jsonOf(name, change)]]
    }),
  )
}

/** A merge patch of the attributes named in `write`; null where the configuration leaves one to the server. */
export const updateBody = (change: Change & { prior: Entries }, write: readonly string[]): Row =>
  Object.fromEntries(
    write
      .filter((name) => change.secrets || !change.resource.attributes[name]!.secret)
      .map((name) => [name, patchIn(name, change)]),
  )

const patchIn = (name: string, change: Change & { prior: Entries }): unknown => {
  const { resource, config, planned, prior } = change
  const { shape } = resource.attributes[name]!
  // A map that is left out loses what the state knows, and keeps what others have added since.
  if (config[name] === null && shape.kind !== 'map') return null
  const merges = shape.kind === 'map' || shape.kind === 'object'
  return merges ? patchOf(shape, planned[name] ?? null, prior[name] ?? null) : jsonOf(name, change)
}

// Ids where they are known: a name may be given to another object between plan and apply.
const jsonOf = (name: string, { resource, config, planned, references }: Change): unknown => {
  const attribute = resource.attributes[name]!
  if (attribute.secret) return toJson(config[name] ?? null)
  const value: Value = planned[name] ?? null
  const pairs = references[name]
  if (value === null || !referenceIn(attribute) || !pairs) return toJson(value)
  const ids = pairs.map(({ id }) => id)
  return attribute.shape.kind === 'set' ? ids : ids[0]
}

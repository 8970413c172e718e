// Asks the server at plan what it would say at apply, and keeps what nothing else in the plan can cure (S17, S18).
import type { Client } from '../client.ts'
import type { Session } from '../memory/session.ts'
import { Problem } from '../problem.ts'
import type { Diagnostic } from '../protocol/messages/tfplugin6.ts'
import { type Value, whollyKnown } from '../protocol/value.ts'
import { kept } from './block.ts'
import { createBody, updateBody } from './body.ts'
import { keyOf } from './key.ts'
import type { Planned, Situation } from './planned.ts'
import { refusalOf } from './refusal.ts'
import { relationOfRow } from './relation.ts'

/** Nothing where the server would agree, or cannot be asked yet. */
export const dryRun = async (situation: Situation, planned: Planned): Promise<Diagnostic[]> => {
  const { session, resource, prior } = situation
  const { connection, applying } = session
  const updates = prior !== null && planned.replace.length === 0
  // While applying core plans everything a second time, and the real request follows at once.
  if (!connection || applying || planned.pending.size > 0 || !known(situation, planned)) return []
  if (updates && planned.write.length === 0) return []
  try {
    await ask(connection.client, situation, planned, updates)
    return []
  } catch (reason) {
    const curable = await isCurable(reason, session, planned)
    return curable ? [] : refusalOf(reason, resource)
  }
}

const ask = (client: Client, situation: Situation, planned: Planned, updates: boolean) => {
  const { resource, config, prior } = situation
  const { values, references, write } = planned
  const change = { resource, config, planned: values, references, secrets: false }
  const options = { dryRun: true }
  if (updates)
    return client.update(
      resource,
      String(prior!.id),
      updateBody({ ...change, prior: prior! }, write),
      options,
    )
  const body = createBody(change)
  if (resource.singleton) return client.update(resource, resource.name, body, options)
  if (relationOfRow(resource)) return client.put(resource, keyOf(resource, body), {}, options)
  return client.create(resource, body, options)
}

const known = ({ resource, config }: Situation, { values }: Planned): boolean =>
  Object.entries(kept(resource)).every(
    ([name, { presence, secret, follows }]) =>
      presence === 'computed' ||
      // What follows another attribute is the server's to say, and is not sent.
      (follows && config[name] === null) ||
      whollyKnown((secret ? config[name] : values[name]) as Value),
  )

// Time will cure these, or whoever has to go first in the same apply.
const passing = new Set(['removing', 'in_use', 'last_manager', 'is_default'])
// These depend on what the object refers to, or on what refers to it: the same plan may change either.
const circumstantial = new Set(['cordoned', 'managed_elsewhere', 'region_not_allowed', 'unresolved'])

const isCurable = async (reason: unknown, session: Session, { references }: Planned): Promise<boolean> => {
  if (!(reason instanceof Problem)) return false
  const { code, existing, blockers = [] } = reason.body
  if (passing.has(code)) return true
  if (circumstantial.has(code)) {
    const others = Object.values(references).flat()
    return others.length === 0 || others.some(({ id }) => session.registry.changes(id))
  }
  // Terraform tells of the state's objects one by one, so that whoever gives up the name may be told of after this.
  const owners = code === 'namespace_owned' ? blockers.flatMap(({ items }) => items) : [existing ?? []].flat()
  const known = await Promise.all(owners.map(({ id }) => session.registry.mayKnow(id)))
  return known.includes(true)
}

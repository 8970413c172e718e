// Creates an object. Once the server has the object no error is returned, since an error would taint it (S21).
import { naturalKey } from '../../schemas/place.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import { ApiError, apiErrorOf, type ProblemDetails } from '../api-error.ts'
import type { Row } from '../client.ts'
import { connected } from '../memory/session.ts'
import { error, warning } from '../protocol/diagnostic.ts'
import type { Diagnostic } from '../protocol/messages/tfplugin6.ts'
import type { Response } from '../protocol/methods.ts'
import { createBody } from '../values/body.ts'
import { curable } from '../values/curable.ts'
import { dynamicValue } from '../values/dynamic-value.ts'
import { either } from '../values/either.ts'
import { keyOf } from '../values/key.ts'
import type { Private } from '../values/private-state.ts'
import { refusalOf } from '../values/refusal.ts'
import { relationOfRow } from '../values/relation.ts'
import { whatWasThere } from './adopt.ts'
import { applied, type Change } from './applied.ts'
import { retry } from './retry.ts'
import { isBehind, patienceFor, untilReconciled, whyNot } from './waiting.ts'

export const createObject = async (change: Change): Promise<Response<'applyResourceChange'>> => {
  const { session, resource, type, planned } = change
  const signal = session.stopping.signal
  let restore: Private['restore']
  let row: Row
  if (resource.singleton && session.registry.hasMade(resource.name)) {
    return { newState: dynamicValue(null, type), diagnostics: [managedTwice(change, resource.name)] }
  }
  if (resource.singleton) session.registry.make(resource.name)
  try {
    const body = createBody({ ...change, references: change.before.planned ?? {}, secrets: true })
    if (resource.singleton) restore = await whatWasThere(resource, Object.keys(body), session)
    row = await retry(() => sendUnlessLeaving(change, body), {
      signal,
      worth: ({ body }) => worth(body, change),
    })
  } catch (reason) {
    if (reason instanceof ApiError && reason.code === 'managed_elsewhere')
      session.registry.giveUp(listOf(change))
    const rival = reason instanceof ApiError && reason.code === 'taken' ? reason.body.existing : undefined
    const diagnostics =
      rival && session.registry.hasMade(rival.id)
        ? [managedTwice(change, rival.id, rival.key)]
        : [...refusalOf(reason, resource), ...wayToGoing(resource, reason)]
    return { newState: dynamicValue(null, type), diagnostics }
  }

  const id = String(row.id)
  if (!resource.singleton && session.registry.holds(id)) {
    return {
      newState: dynamicValue(null, type),
      diagnostics: [managedTwice(change, id, keyOf(resource, row).join('/'))],
    }
  }
  session.registry.make(id)

  const connection = connected(session)
  const made = isPosted(resource)
    ? { ...change, before: { ...change.before, created: true as const } }
    : change
  if (!resource.clustered || row.reconciled === true) return done(made, row, restore)
  const patience = patienceFor('create', planned.timeouts)
  const last = await untilReconciled(row, { client: connection.client, resource, patience, signal })
  if (last?.reconciled === true) return done(made, last, restore)
  const diagnostics = [notYet(change, row, last, signal.aborted)]
  return applied(made, last ?? row, connection, { diagnostics, reconciled: false })
}

// A destroy that was killed leaves an object that no state knows, and whose credential may have to be changed to go.
const wayToGoing = ({ name, attributes }: Resource, reason: unknown): Diagnostic[] => {
  const { code, existing } = reason instanceof ApiError ? reason.body : {}
  const open = Object.keys(attributes).filter((it) => attributes[it]!.whileDeleting)
  if (code !== 'deleting' || !existing || open.length === 0) return []
  const detail = `If the deletion does not complete by itself, import the ${name}:\n  terraform import <address> ${existing.key}\nThen apply a change of ${either(open)} in place, or destroy again.`
  return [warning(`Still being deleted: ${name} ${existing.key}`, detail)]
}

// The server answers a create sent twice with one object, and cannot tell two resource blocks from that.
const managedTwice = ({ session, resource }: Change, id: string, key?: string): Diagnostic => {
  const summary = `Managed twice: ${resource.name}${key === undefined ? '' : ` ${key}`}`
  if (key === undefined) {
    const detail = `Another resource block of this configuration has just taken over the ${resource.name}. Keep one resource block, without count or for_each, and put all settings there.`
    return error(summary, detail)
  }
  const called = `the ${resource.name} \`${key}\` (\`${id}\`)`
  const finding = session.registry.hasMade(id)
    ? `Another resource block of this configuration has just created ${called}.`
    : `Another resource block of this state manages ${called}.`
  const detail = `${finding} Keep one of the two, or tell them apart by ${either(naturalKey(resource))}. To manage the object by this block, remove the other block from the state with \`terraform state rm\`, then run:\n  terraform import <address> ${key}`
  return error(summary, detail, resource.key.slice(-1))
}

const done = (change: Change, row: Row, restore: Private['restore']) => {
  const diagnostics = isBehind(row) ? [notWaitedFor(change, row)] : []
  return applied(change, row, connected(change.session), { diagnostics, restore })
}

// The server answers with the object that is there, which another resource block has begun to destroy: after a block
// was renamed without `moved`. Its name is free when that has ended.
const sendUnlessLeaving = async (change: Change, body: Row): Promise<Row> => {
  const { resource, session } = change
  const row = await send(change, body)
  const id = String(row.id)
  if (!session.registry.leaves(id)) return row
  const key = keyOf(resource, row).join('/')
  throw apiErrorOf(409, {
    title: 'Another object already has this value',
    code: 'taken',
    detail: `Another resource block is destroying the ${resource.name} \`${key}\`.`,
    existing: { id, key },
  })
}

// What there is one of is updated, and a relation is put.
const isPosted = (resource: Resource): boolean => !resource.singleton && !relationOfRow(resource)

const send = (change: Change, body: Row): Promise<Row> => {
  const { session, resource } = change
  const { client } = connected(session)
  const { signal } = session.stopping
  if (resource.singleton) return client.update(resource, resource.name, body, { signal })
  if (relationOfRow(resource)) return client.put(resource, keyOf(resource, body), {}, { signal })
  return client.create(resource, body, { signal })
}

const moment = 30_000
// Until a destroy of the same apply, that waits for nothing here, has begun.
const instant = 2_000

// A name or a namespace is free soon if its owner is on its way out, or is destroyed by this same apply; a namespace
// only when the cluster has let go of it.
const worth = ({ code, existing, blockers = [] }: ProblemDetails, change: Change): number => {
  const { session, planned } = change
  const { longest } = patienceFor('create', planned.timeouts)
  if (code === 'deleting') return longest
  if (!curable.create.has(code)) return 0
  // The list may be given up by this same apply, after this; one list is waited for once.
  if (code === 'managed_elsewhere') return session.registry.isGivenUp(listOf(change)) ? 0 : moment
  const owner = code === 'taken' ? existing : blockers[0]?.items[0]
  if (!owner) return 0
  if (!session.registry.leaves(owner.id)) return instant
  return code === 'taken' ? moment : longest
}

/** The list that decides instead of single rows, by its owner. */
const listOf = ({ resource, planned }: Change): string => {
  const relation = relationOfRow(resource)
  return relation ? `${relation.set}/${planned[relation.by]}` : ''
}

const notWaitedFor = ({ resource }: Change, row: Row): Diagnostic => {
  const key = keyOf(resource, row).join('/')
  return warning(
    `A cluster is not ready: ${resource.name} ${key}`,
    `The ${resource.name} \`${key}\` was created, and reaches this cluster when the cluster is ready again. The apply did not wait for the cluster.\n${whyNot(row)}`,
  )
}

const notYet = ({ resource }: Change, created: Row, last: Row | null, stopped: boolean): Diagnostic => {
  const key = keyOf(resource, created).join('/')
  const cause = last ? whyNot(last) : 'Somebody has deleted the object.'
  const why = stopped ? 'Terraform was interrupted before the clusters had the object.' : cause
  return warning(
    `Not in every cluster yet: ${resource.name} ${key}`,
    `The ${resource.name} \`${key}\` was created, but is not reconciled yet.\n${why}\n\nThe state keeps the ${resource.name} as created. The next apply waits again.`,
  )
}

// Updates a row: writes only what really differs, and counts a generation only then.
import type { Row } from '../../../schemas/types.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { apiError } from '../../errors.ts'
import { rulesOf } from '../../resources/index.ts'
import type { Actor, Write } from '../../resources/rules.ts'
import { readById } from '../read/read.ts'
import { type Representation, representationOf } from '../read/representation.ts'
import { columnName, columnsOf } from '../schema/columns.ts'
import type { Database } from '../server/source.ts'
import type { Transaction } from '../server/transaction.ts'
import { checkRules } from './check-rules.ts'
import { isGoing, markForced } from './deletion.ts'
import { takeEffect } from './effects.ts'
import { deleting, existingRowOf, refuseTwice, taken } from './existing-row.ts'
import { lockRow } from './lock-row.ts'
import { mergedBody } from './merge-patch.ts'
import { resolveSet } from './resolve.ts'
import { updateRow } from './rows.ts'
import { setChanges, writeSets } from './sets.ts'
import { type Body, changedIn, clearRivals, refuseImmutable, writtenOf } from './values.ts'

export type Changing = {
  actor: Actor
  ifMatch?: number
  complete: boolean
  /** It is part of a create that was sent again, so that it counts no generation (S9). */
  replay?: boolean
}

/** Organizations are locked before providers by whoever locks both: nobody waits in a ring. */
const lockListed = async (session: Transaction, resource: Resource, body: Body) => {
  for (const [name, it] of Object.entries(resource.attributes)) {
    const listed = it.view ? (body[name] ?? null) : null
    if (listed !== null) await resolveSet(session, it, listed as string[], name, null)
  }
}

/** What is going takes only what its going needs: another credential, another address, force (S13). */
const refuseWhileDeleting = ({ name, attributes }: Resource, changed: ReadonlySet<string>) => {
  const open = Object.keys(attributes).filter((it) => attributes[it]!.whileDeleting)
  if ([...changed].every((it) => open.includes(it))) return
  const rest = open.length > 0 ? `only ${open.map((it) => `\`${it}\``).join(', ')}` : 'none of its attributes'
  throw apiError(
    'deleting',
    `The ${name} is being deleted. Until the deletion is complete, ${rest} can change.`,
  )
}

const refuseTaken = async (database: Database, session: Transaction, resource: Resource, after: Row) => {
  const existing = await existingRowOf(session, resource, after)
  if (!existing) return
  throw await (existing.deleting ? deleting : taken)(database, session, resource, existing.id)
}

/** Within a transaction. */
export const updateIn = async (
  database: Database,
  session: Transaction,
  resource: Resource,
  address: readonly string[],
  body: Body,
  { actor, ifMatch, complete, replay = false }: Changing,
): Promise<Representation> => {
  await lockListed(session, resource, body)
  const before = await lockRow(session, resource, address, { actor, action: 'update', ifMatch, complete })
  const written = await writtenOf(session, database.keys, {
    resource,
    before,
    ...(complete ? { mode: 'complete', body } : { mode: 'merge', body: mergedBody(resource, before, body) }),
  })
  clearRivals(resource, written)
  const changed = changedIn(resource, database.keys, before, written)
  refuseImmutable(resource, changed)
  for (const [name, wanted] of Object.entries(written.sets)) {
    if (await setChanges(session, resource, before, name, wanted)) {
      changed.add(name)
      if (resource.attributes[name]!.view) written.row.authoritative = wanted !== null
    } else delete written.sets[name]
  }
  if (isGoing(before)) refuseWhileDeleting(resource, changed)
  const { sets, secrets } = written
  const merged: Row = { ...before, ...written.row }
  const after = rulesOf(resource).fill?.(merged) ?? merged
  const write: Write = { verb: 'update', actor, before, after, changed, sets, secrets }
  await checkRules(database, session, resource, write)
  if (resource.key.some((part) => changed.has(part))) await refuseTaken(database, session, resource, after)
  if (resource.unique?.some((it) => changed.has(it))) await refuseTwice(database, session, resource, after)
  if (changed.size > 0) {
    const columns = [...changed].map((name) => columnName(name, resource.attributes[name]!))
    const filled = Object.keys(rulesOf(resource).columns ?? {}).filter((it) => after[it] !== before[it])
    const names = [...columns, ...filled].filter((it) => columnsOf(resource).some(({ name }) => name === it))
    await updateRow(session, resource, before.id as string, {
      ...Object.fromEntries(names.map((name) => [name, after[name]])),
      ...(replay
        ? {}
        : { generation: (before.generation as number) + 1, updated_at: new Date().toISOString() }),
    })
    await writeSets(session, resource, before.id, sets)
    if (isGoing(before) && changed.has('force_destroy')) await markForced(session, resource, after)
    await takeEffect(session, resource, [write])
  }
  return representationOf((await readById(database, session, resource, before.id as string))!)
}

// Creates a row, or finds again the one that the same create made before.
import type { Row } from '../../../schemas/types.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { ApiError, apiError } from '../../errors.ts'
import { rulesOf } from '../../resources/index.ts'
import type { Actor, Write } from '../../resources/rules.ts'
import { readById } from '../read/read.ts'
import { type Representation, representationOf } from '../read/representation.ts'
import { digestOf } from '../receipts/digest.ts'
import { claimKey, settleKey } from '../receipts/idempotency-key.ts'
import { isSameCreate, receiptOf } from '../receipts/receipt.ts'
import type { Database } from '../server/source.ts'
import type { Transaction } from '../server/transaction.ts'
import { checkRules } from './check-rules.ts'
import { LostRace } from './constraint.ts'
import { takeEffect } from './effects.ts'
import { deleting, type ExistingRow, existingRowOf, refuseTwice, taken } from './existing-row.ts'
import { refuseForbidden } from './refuse-forbidden.ts'
import { blankRow, insertRow, updateRow } from './rows.ts'
import { writeSets } from './sets.ts'
import { updateIn } from './update.ts'
import { type Body, type Written, writtenOf } from './values.ts'

export type Created = { item: Representation; created: boolean }
export type Creation = { actor: Actor; idempotencyKey?: string }

type Draft = {
  resource: Resource
  body: Body
  actor: Actor
  written: Written
  row: Row
  /** Who has the key already, locked. */
  existing: ExistingRow | undefined
}

/** The row that a body makes, not stored yet: its references are resolved and locked, and then its key. */
export const draftOf = async (
  database: Database,
  session: Transaction,
  resource: Resource,
  body: Body,
  actor: Actor,
): Promise<Draft> => {
  const blank = blankRow(resource)
  const written = await writtenOf(session, database.keys, { resource, body, mode: 'create', before: blank })
  const row = rulesOf(resource).fill?.({ ...blank, ...written.row }) ?? { ...blank, ...written.row }
  for (const [name, wanted] of Object.entries(written.sets)) {
    if (resource.attributes[name]!.view) row.authoritative = wanted !== null
  }
  return { resource, body, actor, written, row, existing: await existingRowOf(session, resource, row) }
}

const refuseCordoned = (found: Record<string, { name: string; cordon_reason: string | null }>) => {
  const { organization } = found
  if (!organization || organization.cordon_reason === null) return
  const detail = `Nothing new is created in the organization \`${organization.name}\`: ${organization.cordon_reason}`
  throw apiError('cordoned', detail, { attribute: 'organization' })
}

const writeOf = ({ actor, body, written: { sets, secrets }, row: after }: Draft): Write => ({
  verb: 'create',
  actor,
  before: null,
  after,
  changed: new Set(Object.keys(body)),
  sets,
  secrets,
})

const refuseNew = async (database: Database, session: Transaction, draft: Draft) => {
  refuseCordoned(draft.written.found)
  await refuseTwice(database, session, draft.resource, draft.row)
  await checkRules(database, session, draft.resource, writeOf(draft))
}

/**
 * Stores a draft whose key is free or held by an automatic row, which it takes over. Throws refusals, and a lost race
 * for the key, which is worth another try.
 */
export const insertIn = async (
  database: Database,
  session: Transaction,
  draft: Draft,
): Promise<Representation> => {
  const { resource, written, row, existing } = draft
  try {
    await refuseNew(database, session, draft)
  } catch (cause) {
    // The refusal may speak of the very row that has taken the key since.
    const raced = cause instanceof ApiError && !existing && (await existingRowOf(session, resource, row))
    throw raced ? new LostRace() : cause
  }
  const id = existing?.id ?? (row.id as string)
  if (existing) {
    const { receipt_user, receipt_digest, receipt_expires_at } = row
    const receipt = { receipt_user, receipt_digest, receipt_expires_at }
    await updateRow(session, resource, id, { automatic: false, ...receipt })
  } else {
    await insertRow(session, resource, row)
    await writeSets(session, resource, id, written.sets)
    await takeEffect(session, resource, [writeOf(draft)])
  }
  return representationOf((await readById(database, session, resource, id))!)
}

/** Within a transaction. Throws what `insertIn` throws. */
export const createIn = async (
  database: Database,
  session: Transaction,
  resource: Resource,
  body: Body,
  { actor, idempotencyKey }: Creation,
): Promise<Created> => {
  refuseForbidden(actor, 'create', resource, [undefined])
  const use =
    idempotencyKey === undefined
      ? undefined
      : { token: actor.token, key: idempotencyKey, digest: digestOf(resource, body) }
  const earlier = use && (await claimKey(session, use))
  if (earlier) {
    const row = await readById(database, session, resource, earlier)
    if (row?.generation === 1 && !row.deleting) return { item: representationOf(row), created: true }
  }
  const draft = await draftOf(database, session, resource, body, actor)
  const { existing, written } = draft
  const receipt = receiptOf({ ...draft, user: actor.user, idempotencyKey })
  if (existing?.deleting) throw await deleting(database, session, resource, existing.id)
  if (existing && isSameCreate(existing, receipt)) {
    // A create that was broken off may come back with a fresh credential: the fresh one is the one that works.
    const secrets = Object.fromEntries(Object.entries(written.secrets).filter(([, it]) => it !== null))
    const how = { actor, complete: false, replay: true }
    const item = await updateIn(database, session, resource, [existing.id], secrets, how)
    return { item, created: false }
  }
  if (existing && !existing.automatic) throw await taken(database, session, resource, existing.id)
  const item = await insertIn(database, session, { ...draft, row: { ...draft.row, ...receipt } })
  if (use) await settleKey(session, use, item.value.id as string)
  return { item, created: true }
}

// Decides what becomes of a create whose key, or other unique value, a row already has.
import type { Resource } from '../../../schemas/vocabulary.ts'
import { isSameCreate } from '../receipts/receipt.ts'
import { LostRace } from './constraint.ts'
import { type Batch, type Item, itemOf, run, type Stage } from './line.ts'
import { refuseTakenKeys, refuseTakenValues } from './refuse-taken.ts'
import { isGoing } from './rows/deletion.ts'
import { deleting, type ExistingRow, withKeysOf } from './rows/existing-row.ts'
import { updateRows } from './rows/rows.ts'
import { update } from './update.ts'

/** The same create may come with a fresh credential: the fresh one is the one that works. */
const freshen = async (batch: Batch, again: ReadonlyMap<Item, ExistingRow>) => {
  const pairs = [...again].map(([item, { id }]) => {
    const secrets = Object.entries(item.secrets).filter(([, it]) => it !== null)
    return [
      item,
      itemOf('update', { address: [id], body: Object.fromEntries(secrets), replay: true }),
    ] as const
  })
  await run(update, { ...batch, verb: 'update', items: pairs.map(([, item]) => item) })
  for (const [item, { refusal, answer }] of pairs) Object.assign(item, { verb: 'update', refusal, answer })
}

/** A row that the server added by itself is there for the taking. */
const takeOver = async ({ session, resource }: Batch, items: readonly Item[]) => {
  const rows = items.map(({ takes: id, after }) => ({ ...after, id, automatic: false }))
  const taken = await updateRows(
    session,
    resource,
    new Set(['automatic', 'receipt_user', 'receipt_digest', 'receipt_expires_at']),
    rows,
  )
  if (taken < rows.length) throw new LostRace()
  for (const item of items) item.id = item.takes!
}

/** What the existing row means for a create that wants its key. */
const fateOf = (resource: Resource, item: Item, row: ExistingRow) => {
  if (isGoing(row)) return 'deleting'
  if (isSameCreate(resource, item, row)) return 'sent again'
  return row.automatic ? 'takes over' : 'taken'
}

/**
 * Throws a lost race, which is worth another try: for a PUT, which then finds a row to update, and where nothing tells
 * who has what was in use.
 */
export const meetExisting: Stage = async (batch) => {
  const { session, resource, verb, items } = batch
  const met = items.filter(
    ({ conflicts, byRules, before, takes }) => (conflicts || byRules) && !before && !takes,
  )
  const rows = await withKeysOf(
    session,
    resource,
    met.map(({ after }) => after),
  )
  const existing = new Map(met.flatMap((item, index) => (rows[index] ? [[item, rows[index]] as const] : [])))
  if (verb === 'put' && existing.size > 0) throw new LostRace()
  const fates = Map.groupBy(existing, ([item, row]) => fateOf(resource, item, row))
  const those = (fate: ReturnType<typeof fateOf>) => new Map(fates.get(fate))
  await refuseTakenKeys(batch, those('deleting'), deleting)
  await refuseTakenKeys(batch, those('taken'))
  await freshen(batch, those('sent again'))
  for (const [item, { id }] of those('takes over')) if (!item.refusal) item.takes = id
  await takeOver(
    batch,
    items.filter(({ takes, refusal }) => takes && !refusal),
  )
  const unexplained = met.filter((item) => !existing.has(item) && !item.refusal)
  await refuseTakenValues(batch, unexplained)
  if (unexplained.some(({ refusal }) => !refusal)) throw new LostRace()
}

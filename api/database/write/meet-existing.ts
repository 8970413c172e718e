// Decides what becomes of a create whose key, or other unique value, a row already has.
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
  const pick = (which: (item: Item, row: ExistingRow) => boolean) =>
    new Map([...existing].filter(([item, row]) => which(item, row)))
  await refuseTakenKeys(
    batch,
    pick((_, row) => isGoing(row)),
    deleting,
  )
  await refuseTakenKeys(
    batch,
    pick((item, row) => !isGoing(row) && !row.automatic && !isSameCreate(resource, item, row)),
  )
  await freshen(
    batch,
    pick((item, row) => !isGoing(row) && isSameCreate(resource, item, row)),
  )
  for (const [item, row] of pick((item, row) => !item.refusal && row.automatic === true)) item.takes = row.id
  await takeOver(
    batch,
    items.filter(({ takes, refusal }) => takes && !refusal),
  )
  const unexplained = met.filter((item) => !existing.has(item) && !item.refusal)
  await refuseTakenValues(batch, unexplained)
  if (unexplained.some(({ refusal }) => !refusal)) throw new LostRace()
}

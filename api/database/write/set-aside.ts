// Deletes the rows that a create would replace, without checks: only ever within a dry run.
import { address } from './address.ts'
import { itemOf, run, type Stage, standing } from './line.ts'
import { lockPlaces, lockRows } from './locks/lock.ts'
import { permitAddressed } from './permit-addressed.ts'

/** What is gone already is set aside too. A row that PostgreSQL itself keeps in place refuses, as its deletion would. */
export const setAside: Stage = async (batch) => {
  const pairs = standing(batch).flatMap((item) =>
    item.replaces === undefined ? [] : [[item, itemOf('delete', { address: [item.replaces] })] as const],
  )
  if (pairs.length === 0) return
  const aside = { ...batch, verb: 'delete' as const, items: pairs.map(([, it]) => it) }
  await run([address, permitAddressed, lockPlaces, lockRows], aside)
  for (const [item, { refusal }] of pairs) if (refusal?.code !== 'not_found') item.refusal = refusal
  await batch.session.run(`delete from "${batch.resource.name}" where id = any($1)`, [
    standing(aside).map(({ id }) => id),
  ])
}

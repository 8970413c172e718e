// Runs the effects of writes beyond their own rows: a statement for each effect, however many writes.
import { resourceNamed } from '../../../../schemas/index.ts'
import type { Row } from '../../../../schemas/types.ts'
import type { Resource } from '../../../../schemas/vocabulary.ts'
import { rulesOf } from '../../../resources/index.ts'
import type { Effect, Write } from '../../../resources/rules.ts'
import type { Session } from '../../server/session.ts'
import { removeRows } from '../rows/deletion.ts'
import { blankRow, insertRows } from '../rows/rows.ts'
import { askedBy } from './asked.ts'

const add = async (session: Session, noun: string, rows: readonly Row[]) => {
  const resource = resourceNamed(noun)
  if (rows.length === 0) return
  await insertRows(
    session,
    resource,
    rows.map((row) => ({ ...blankRow(resource), ...row })),
  )
}

const run = async (session: Session, { adds, removes, sql }: Effect, asked: string) => {
  if (removes) return removeRows(session, resourceNamed(removes), `id in (${sql})`, [asked])
  const rows = await session.query<Row>(sql, [asked])
  if (adds) await add(session, adds, rows)
}

/** Within the transaction of the writes, after their rows were written. */
export const takeEffect = async (session: Session, resource: Resource, writes: readonly Write[]) => {
  for (const effect of rulesOf(resource).effects ?? []) {
    const asked = askedBy(effect, writes)
    if (asked.length > 0) await run(session, effect, JSON.stringify(asked))
  }
}

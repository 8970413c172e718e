// Locks the rows that have the keys of a PUT already: those are updated, and what is not there is created.
import { normalized } from '../../../../schemas/equality.ts'
import { uniqueIn } from '../../../../schemas/place.ts'
import type { Attribute } from '../../../../schemas/vocabulary.ts'
import { rulesOf } from '../../../resources/index.ts'
import { columnName } from '../../schema/columns.ts'
import { type Referenced, type Stage, standing } from '../line.ts'
import { refuseTakenKeys } from '../refuse-taken.ts'
import { isGoing } from '../rows/deletion.ts'
import { alreadyExists, deleting, withKeysOf } from '../rows/existing-row.ts'
import { lockUsers } from './users.ts'

const keyPart = ({ shape }: Attribute, found: Referenced | undefined, value: unknown) =>
  shape.kind === 'reference' ? (found?.id ?? null) : normalized(shape, value)

export const lockExisting: Stage = async (batch) => {
  const { resource, session, actor } = batch
  const items = standing(batch)
  const keys = items.map(({ body, found }) =>
    Object.fromEntries(
      uniqueIn(resource).map((part) => [
        columnName(part, resource.attributes[part]!),
        keyPart(resource.attributes[part]!, found[part], body[part]),
      ]),
    ),
  )
  if (rulesOf(resource).lookups?.writer) {
    const users = await withKeysOf(session, resource, keys)
    await lockUsers(
      session,
      actor.user,
      users.flatMap((user) => user?.id ?? []),
    )
  }
  const rows = await withKeysOf(session, resource, keys, 'for update of t')
  const existing = items.flatMap((item, index) => (rows[index] ? [[item, rows[index]] as const] : []))
  await refuseTakenKeys(batch, new Map(existing.filter(([, row]) => isGoing(row))), deleting)
  const there = existing.filter(([item, row]) => !item.refusal && !row.automatic)
  await refuseTakenKeys(batch, new Map(there.filter(([item]) => item.createOnly)), alreadyExists)
  for (const [item, row] of existing) {
    if (item.refusal) continue
    if (row.automatic) item.takes = row.id
    else Object.assign(item, { verb: 'update', id: row.id, before: row, complete: true })
  }
}

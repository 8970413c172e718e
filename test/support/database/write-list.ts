// Writes a list of objects by the line of a verb, in one transaction, and counts the statements that it costs.
import type { Database } from '../../../api/database/server/source.ts'
import type { Transaction } from '../../../api/database/server/transaction.ts'
import { create } from '../../../api/database/write/create.ts'
import { deletion } from '../../../api/database/write/delete.ts'
import { type Item, itemOf, type Line, run, type Stage } from '../../../api/database/write/line.ts'
import { permitAddressed } from '../../../api/database/write/permit-addressed.ts'
import { permitLocked } from '../../../api/database/write/permit-locked.ts'
import { put } from '../../../api/database/write/put.ts'
import { update } from '../../../api/database/write/update.ts'
import type { Actor } from '../../../api/resources/rules.ts'
import { resourceNamed } from '../../../schemas/index.ts'

const lines = { create, update, put, delete: deletion }

type Asked = Parameters<typeof itemOf>[1]
type List = { verb: keyof typeof lines; noun: string; asked: readonly Asked[]; actor: Actor }

const counting = (session: Transaction) => {
  const statements: string[] = []
  const counted: Transaction = {
    take: session.take,
    query: (text, values) => {
      statements.push(text)
      return session.query(text, values)
    },
    run: (text, values) => {
      statements.push(text)
      return session.run(text, values)
    },
  }
  return { statements, counted }
}

export const writeList = (
  database: Database,
  { verb, noun, asked, actor }: List,
  line: Line = lines[verb],
): Promise<{ items: Item[]; statements: string[] }> =>
  database.transaction(async (session) => {
    const { statements, counted } = counting(session)
    const items = asked.map((it) => itemOf(verb === 'put' ? 'create' : verb, it))
    await run(line, { database, session: counted, resource: resourceNamed(noun), verb, actor, items })
    return { items, statements }
  })

const permits: readonly Stage[] = [permitAddressed, permitLocked]

/** One object, by whom a role of its organization would let through: no site role does. Throws the refusal. */
export const writeAsMember = async (
  database: Database,
  verb: List['verb'],
  noun: string,
  asked: Asked,
  actor: Actor,
) => {
  const line = lines[verb].filter((stage) => !permits.includes(stage))
  const { items } = await writeList(
    database,
    { verb, noun, asked: [asked], actor: { ...actor, siteRoles: [] } },
    line,
  )
  const [item] = items
  if (item?.refusal) throw item.refusal
  return item?.answer
}

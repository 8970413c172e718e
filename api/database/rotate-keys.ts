// Encrypts stored secrets anew with the first key where another key encrypted them, which ends a rotation of keys.
import { isDrawn, resources } from '../../schemas/index.ts'
import { columnName } from './schema/columns.ts'
import { aboutSecret, decrypt, encrypt, keyFingerprint, keyId } from './server/secret.ts'
import type { Database } from './server/source.ts'

type Log = Readonly<Record<'info' | 'warn', (facts: object, message: string) => void>>
type Stored = { id: string; stored: Buffer }
type Place = { table: string; attribute: string; column: string }

const batch = 100

const places = (): Place[] =>
  resources.flatMap(({ name: table, attributes }) =>
    Object.entries(attributes)
      .filter(([, it]) => it.secret && !isDrawn(it))
      .map(([attribute, it]) => ({ table, attribute, column: columnName(attribute, it) })),
  )

/**
 * A batch is one transaction and a secret is replaced where it stands: a process that is killed leaves each secret with
 * one key or the other, and several processes at once wait for each other's batch and find nothing left in it.
 */
const rotateBatch = (database: Database, { table, attribute, column }: Place, after: string) =>
  database.transaction(async ({ query, run }) => {
    const rows = await query<Stored>(
      `select id, ${column} as stored from "${table}"
       where id > $1 and substring(${column} from 1 for 4) <> $2 order by id limit ${batch} for no key update`,
      [after, keyId(database.keys[0]!)],
    )
    const unreadable: string[] = []
    for (const { id, stored } of rows) {
      const renewed = reEncrypted(database.keys, aboutSecret(id, attribute), stored)
      if (renewed) await run(`update "${table}" set ${column} = $2 where id = $1`, [id, renewed])
      else unreadable.push(id)
    }
    return { last: rows.at(-1)?.id, renewed: rows.length - unreadable.length, unreadable }
  })

const reEncrypted = (keys: readonly Buffer[], about: string, stored: Buffer) => {
  try {
    return encrypt(keys, about, decrypt(keys, about, stored))
  } catch {
    return undefined
  }
}

/** Says in the log which key encrypts, how many secrets it took over, and which rows no key reads. */
export const rotateKeys = async (database: Database, log: Log): Promise<void> => {
  let renewed = 0
  const unreadable: string[] = []
  for (const place of places()) {
    for (let last: string | undefined = ''; last !== undefined; ) {
      const done: Awaited<ReturnType<typeof rotateBatch>> = await rotateBatch(database, place, last)
      last = done.last
      renewed += done.renewed
      unreadable.push(...done.unreadable.map((id) => aboutSecret(id, place.attribute)))
    }
  }
  const key = keyFingerprint(database.keys[0]!)
  log.info(
    { key, reEncrypted: renewed },
    'the first encryption key encrypts every secret that can be decrypted',
  )
  if (unreadable.length === 0) return
  const said = 'some secrets cannot be decrypted: add the key that encrypted them, or send them again'
  log.warn({ count: unreadable.length, secrets: unreadable.slice(0, 20) }, said)
}

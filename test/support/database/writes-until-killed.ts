// A process that commits one row after the other, tells each, and never stops by itself.
import { configuration } from '../../../api/config.ts'
import { openDatabase } from '../../../api/database/server/source.ts'

const database = await openDatabase(configuration())
await database.query('create table if not exists written (number integer primary key)')
for (let number = 1; ; number += 1) {
  await database.query('insert into written values ($1)', [number])
  process.stdout.write(`${number}\n`)
}

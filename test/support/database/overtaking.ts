// Another transaction that overtakes writes: begun before they are, and committed while they wait for it.
import { expect } from 'chai'
import type { Database } from '../../../api/database/server/source.ts'
import { until } from '../until.ts'

/** Begins with a statement; `commit` waits until one statement that contains `text` waits for a lock. */
export const overtaking = async (database: Database, statement: string) => {
  const other = await database.connect()
  await other.query('begin')
  await other.query(statement)
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
    and position($1 in query) > 0`
  const commit = async (text = '') => {
    try {
      await until(async () => expect(await database.run(waiting, [text])).to.equal(1))
    } finally {
      await other.query('commit')
      await other.end()
    }
  }
  return { commit }
}

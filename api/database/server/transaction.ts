// One transaction on a connection of the pool: begun anew after a conflict, and honest about a commit nobody confirmed.
import type pg from 'pg'
import { isDown } from './is-down.ts'
import { Crowded, createRowQueue, type Turns } from './row-queue.ts'
import type { Session } from './session.ts'

/** What is asked within one transaction. */
export type Transaction = Session & Pick<Turns, 'take'>
type Work<T> = (session: Transaction) => Promise<T>
type End = (client: Client) => Promise<unknown>

/** The connection broke during the commit: PostgreSQL may have stored the transaction or not. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown'
}

type Client = { query(text: string, values?: unknown[]): Promise<pg.QueryResult> }

export const sessionOf = (client: Client): Session => ({
  query: async (text, values) => (await client.query(text, values as unknown[])).rows,
  run: async (text, values) => (await client.query(text, values as unknown[])).rowCount ?? 0,
})

const commit = async (client: Client) => {
  try {
    await client.query('commit')
  } catch (cause) {
    if (!isDown(cause)) throw cause
    throw new OutcomeUnknown('The connection broke during a commit.', { cause })
  }
}

/**
 * Locks are waited for longer than any write takes: then somebody else's transaction is stuck, and nobody should be
 * stuck with it. Statements find rows by keys, so that their plans never depend on values; left to itself, PostgreSQL
 * plans those that take arrays anew each time, which costs more than running them.
 */
const begin = "begin; set local lock_timeout = '5s'; set local plan_cache_mode = force_generic_plan"

const attempt = async <T>(pool: pg.Pool, { take }: Turns, work: Work<T>, end: End): Promise<T> => {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(begin)
    const result = await work({ ...sessionOf(client), take })
    await end(client)
    return result
  } catch (cause) {
    await client.query('rollback').catch((error) => {
      broken = error
    })
    throw cause
  } finally {
    client.release(broken)
  }
}

/** PostgreSQL broke the transaction off, which may succeed when it is begun anew. */
export const isConflict = ({ code = '' }: { code?: string }) => ['40001', '40P01'].includes(code)

const again = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (cause) {
      if (tries >= 10 || !isConflict(cause as { code?: string })) throw cause
    }
  }
}

/** `dryRun` is rolled back. Both are READ COMMITTED, and begin anew when PostgreSQL calls a conflict or a deadlock. */
export const transactionsOn = (pool: pg.Pool) => {
  const turnsOf = createRowQueue()

  const inTurn = async <T>(work: Work<T>, end: End): Promise<T> => {
    const turns = turnsOf()
    try {
      for (;;) {
        const crowded = await again(() => attempt(pool, turns, work, end)).catch((cause) => {
          if (cause instanceof Crowded) return cause
          throw cause
        })
        if (!(crowded instanceof Crowded)) return crowded
        turns.giveBack()
        await turns.wait(crowded.row)
      }
    } finally {
      turns.giveBack()
    }
  }

  return {
    transaction: <T>(work: Work<T>) => inTurn(work, commit),
    dryRun: <T>(work: Work<T>) => inTurn(work, (client) => client.query('rollback')),
  }
}

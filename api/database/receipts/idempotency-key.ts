// Remembers for a day which create an idempotency key stood for.
import { apiError } from '../../errors.ts'
import type { Session } from '../server/session.ts'

type Use = { token: string; key: string; digest: string }

/** The id of what the key made before, if it was used. Two at once wait for each other here. */
export const claimKey = async (
  session: Session,
  { token, key, digest }: Use,
): Promise<string | undefined> => {
  await session.run("delete from idempotency_key where created_at < now() - interval '24 hours'", [])
  const fresh = await session.run(
    `insert into idempotency_key (token_id, key, digest, row_id, created_at) values ($1, $2, $3, '', now())
     on conflict do nothing`,
    [token, key, digest],
  )
  if (fresh) return undefined
  const [used] = await session.query<{ digest: string; row_id: string }>(
    'select digest, row_id from idempotency_key where token_id = $1 and key = $2 for update',
    [token, key],
  )
  if (used && used.digest !== digest) {
    throw apiError(
      'idempotency_mismatch',
      'The Idempotency-Key was used with another body before. Send a new key.',
    )
  }
  return used?.row_id
}

export const settleKey = (session: Session, { token, key }: Omit<Use, 'digest'>, row: string) =>
  session.run('update idempotency_key set row_id = $3 where token_id = $1 and key = $2', [token, key, row])

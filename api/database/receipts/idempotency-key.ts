// Remembers for a day which create an idempotency key stood for.
import { drawnSecrets } from '../../../schemas/index.ts'
import { apiError } from '../../errors.ts'
import { readByIds } from '../read/read.ts'
import { representationOf } from '../read/representation.ts'
import { type Batch, each, type Stage } from '../write/line.ts'
import { digestOf } from './digest.ts'

/** The id of what the key made before, if it was used. Two at once wait for each other here. */
const claimKey = async (
  { session, actor }: Batch,
  key: string,
  digest: string,
): Promise<string | undefined> => {
  await session.run("delete from idempotency_key where created_at < now() - interval '24 hours'", [])
  const fresh = await session.run(
    `insert into idempotency_key (token_id, key, digest, row_id, created_at) values ($1, $2, $3, '', now())
     on conflict do nothing`,
    [actor.token, key, digest],
  )
  if (fresh) return undefined
  const [used] = await session.query<{ digest: string; row_id: string }>(
    'select digest, row_id from idempotency_key where token_id = $1 and key = $2 for update',
    [actor.token, key],
  )
  if (used && used.digest !== digest) {
    throw apiError(
      'idempotency_mismatch',
      'The Idempotency-Key was used with another body before. Send a new key.',
    )
  }
  return used?.row_id
}

/** Answers the creates whose key made something that still is as it was made. */
export const claimKeys: Stage = (batch) =>
  each(batch, async (item) => {
    const { idempotencyKey: key, body } = item
    if (key === undefined) return
    const earlier = await claimKey(batch, key, digestOf(batch.resource, body))
    const [row] = earlier ? await readByIds(batch.database, batch.session, batch.resource, [earlier]) : []
    if (row?.generation !== 1 || row.deleting) return
    item.answer = representationOf(row)
    // What was answered once is lost: the answer is not the same.
    if (drawnSecrets(batch.resource).length > 0) item.verb = 'update'
  })

/** Remembers what keys have made, replays aside. */
export const settleKeys: Stage = async ({ session, actor, items }) => {
  const made = items.filter(
    ({ id, verb, refusal, idempotencyKey }) => idempotencyKey && id !== '' && verb === 'create' && !refusal,
  )
  if (made.length === 0) return
  await session.run(
    `update idempotency_key set row_id = made.id from unnest($2::text[], $3::text[]) as made(key, id)
     where token_id = $1 and idempotency_key.key = made.key`,
    [actor.token, made.map(({ idempotencyKey }) => idempotencyKey), made.map(({ id }) => id)],
  )
}

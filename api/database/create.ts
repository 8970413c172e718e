// Creates a row, or finds again the one that the same create made before.
import type { Resource } from '../../schemas/vocabulary.ts'
import { failure } from '../errors.ts'
import { rulesOf } from '../resources/index.ts'
import type { Actor } from '../resources/rules.ts'
import { allowBuiltIn } from './allow-built-in.ts'
import { type Stored, storedOf } from './answer.ts'
import { changeIn } from './change.ts'
import { holderOf, refuseTwice, removing, taken } from './holder.ts'
import { claimKey, digestOf, settleKey } from './idempotency.ts'
import { judge } from './judge.ts'
import { answerById } from './read.ts'
import { blankRow, insertRow, updateRow } from './rows.ts'
import { writeSets } from './sets.ts'
import type { Database, Session } from './source.ts'
import { type Body, writtenOf } from './values.ts'

export type Created = { stored: Stored; created: boolean }
export type Creation = { actor: Actor; idempotencyKey?: string }

const refuseCordoned = (found: Record<string, { name: string; cordon_reason: string | null }>) => {
  const { organization } = found
  if (!organization || organization.cordon_reason === null) return
  const detail = `Nothing new is created in the organization \`${organization.name}\`: ${organization.cordon_reason}`
  throw failure('cordoned', detail, { attribute: 'organization' })
}

/** Within a transaction. Throws refusals, and a lost race for the key, which is worth another try. */
export const createIn = async (
  database: Database,
  session: Session,
  resource: Resource,
  body: Body,
  { actor, idempotencyKey }: Creation,
): Promise<Created> => {
  const digest = digestOf(resource, body)
  const use = idempotencyKey === undefined ? undefined : { token: actor.token, key: idempotencyKey, digest }
  const earlier = use && (await claimKey(session, use))
  if (earlier) {
    const row = await answerById(database, session, resource, earlier)
    if (row?.generation === 1 && !row.removing) return { stored: storedOf(row), created: true }
  }
  const blank = { ...blankRow(resource), created_by: actor.token, create_digest: digest }
  const written = await writtenOf(session, database.keys, { resource, body, mode: 'create', before: blank })
  const row = rulesOf(resource).fill?.({ ...blank, ...written.row }) ?? { ...blank, ...written.row }
  for (const [name, wanted] of Object.entries(written.sets)) {
    if (resource.attributes[name]!.view) row.authoritative = wanted !== null
  }
  const holder = await holderOf(session, resource, row)
  const orphan =
    holder?.created_by === actor.token &&
    holder.create_digest === digest &&
    holder.generation === 1 &&
    !holder.seen
  const answered = async (id: string) => (await answerById(database, session, resource, id))!
  if (holder?.removing) throw removing(resource, await answered(holder.id))
  if (holder && orphan) {
    // A create that was broken off may come back with a fresh credential: the fresh one is the one that works.
    const secrets = Object.entries(written.secrets).filter(([, it]) => it !== null)
    const fresh = { actor, complete: false }
    const stored = await changeIn(
      database,
      session,
      resource,
      [holder.id],
      Object.fromEntries(secrets),
      fresh,
    )
    return { stored, created: false }
  }
  if (holder && !holder.automatic) throw taken(resource, await answered(holder.id))
  refuseCordoned(written.found)
  await refuseTwice(database, session, resource, row)
  const changed = new Set(Object.keys(body))
  const { sets, secrets } = written
  await judge(database, session, resource, {
    verb: 'create',
    actor,
    before: null,
    after: row,
    changed,
    sets,
    secrets,
  })
  const id = holder?.id ?? (row.id as string)
  if (holder) {
    const { created_by, create_digest } = row
    await updateRow(session, resource, id, { automatic: false, seen: false, created_by, create_digest })
  } else {
    await insertRow(session, resource, row)
    await writeSets(session, resource, id, sets)
    if (resource.name === 'organization') await allowBuiltIn(session, row)
  }
  if (use) await settleKey(session, use, id)
  return { stored: storedOf(await answered(id)), created: true }
}

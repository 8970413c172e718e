// Makes a row exactly what a body says, whether it is there or not: whoever loses the race for a key updates (S6).
import type { Resource } from '../../../schemas/vocabulary.ts'
import { rulesOf } from '../../resources/index.ts'
import type { Actor } from '../../resources/rules.ts'
import { calledBy } from '../read/address.ts'
import type { Database } from '../server/source.ts'
import type { Transaction } from '../server/transaction.ts'
import { type Created, draftOf, insertIn } from './create.ts'
import { alreadyExists, deleting } from './existing-row.ts'
import { refuseForbidden } from './refuse-forbidden.ts'
import { updateIn } from './update.ts'
import { lockUsersByKey } from './users.ts'
import type { Body } from './values.ts'

/** `createOnly`: a row that somebody wrote is refused as `already_exists` (`If-None-Match: *`). */
export type Putting = { actor: Actor; createOnly: boolean }

/**
 * Within a transaction; `body` holds the whole key. The key is looked for under a lock, so that a row found is still
 * called that when it changes. Throws what `insertIn` throws.
 */
export const putIn = async (
  database: Database,
  session: Transaction,
  resource: Resource,
  body: Body,
  { actor, createOnly }: Putting,
): Promise<Created> => {
  refuseForbidden(actor, 'put', resource, [undefined])
  if (rulesOf(resource).lookups?.writer) {
    const called = body[calledBy(resource)] as string
    session.take(resource.name, called)
    // Users are locked in one order: the row with the key is not the first.
    await lockUsersByKey(session, actor.user, called)
  }
  const draft = await draftOf(database, session, resource, body, actor)
  const { existing } = draft
  if (existing?.deleting) throw await deleting(database, session, resource, existing.id)
  // A row that the server added by itself is there for the taking.
  if (!existing || existing.automatic) {
    return { item: await insertIn(database, session, draft), created: true }
  }
  if (createOnly) throw await alreadyExists(database, session, resource, existing.id)
  const how = { actor, complete: true }
  return { item: await updateIn(database, session, resource, [existing.id], body, how), created: false }
}

// Tokens in tests of the store: issued as REST issues them, and whose they are.
import { openBearers } from '../../../api/database/read/bearers.ts'
import type { Database } from '../../../api/database/server/source.ts'
import { openStore } from '../../../api/database/store.ts'
import type { Actor } from '../../../api/resources/rules.ts'
import { resourceNamed } from '../../../schemas/index.ts'

export const api_token = resourceNamed('api_token')

/** Issued for a user by the actor. */
export const issueToken = async (database: Database, actor: Actor, user: string) => {
  const { item } = await openStore(database).create(api_token, { user }, { actor, dryRun: false })
  return item.value as { id: string; token: string }
}

/** Who asks with that token. */
export const actorWith = async (database: Database, token: string): Promise<Actor> =>
  (await openBearers(database)(token))!.actor

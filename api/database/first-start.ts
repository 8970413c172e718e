// Begins a deployment: an organization, the provider `built-in`, the defaults and an administrator.
import { api_token } from '../../schemas/api_token.ts'
import { deployment } from '../../schemas/deployment.ts'
import { organization } from '../../schemas/organization.ts'
import type { Input, Row } from '../../schemas/types.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import { workspace_provider } from '../../schemas/workspace_provider.ts'
import { drawToken } from '../resources/api_token.ts'
import { createAdmin, ensureAdminToken, holdAdminToken } from './admin-token.ts'
import { digestOfSecret, newSecret } from './server/secret.ts'
import type { Database } from './server/source.ts'
import type { Transaction } from './server/transaction.ts'
import { createOwn } from './write/create-own.ts'
import { newId } from './write/rows/new-id.ts'

/** An arbitrary number: two processes that start at once begin one deployment. */
const lock = 7_460_002

/** The provider comes first: the organization is allowed it as every new one is (WP-17). */
const begin = async (database: Database, session: Transaction) => {
  const create = <R extends Resource>(resource: R, body: Input<R>, columns?: Partial<Row<R>>) =>
    createOwn(database, session, resource, body, columns)
  const provider = { name: 'built-in', namespace: 'polder', namespace_mode: 'per_organization' } as const
  await create(workspace_provider, provider, { built_in: true })
  await create(organization, { name: 'default' })
  const defaults = { default_organization: 'default', default_workspace_provider: 'built-in' }
  await create(deployment, defaults, { uid: newId('dpl') })
  return createAdmin(database, session)
}

export type Hand = (adminToken: string) => Promise<void>

export type Started = {
  /** The administrator's token, where one was drawn. */
  adminToken?: string
  /** What became of the operator's own token, for the log. */
  notes: string[]
}

/**
 * Begins nothing where a deployment has begun, whatever was renamed since. Answers the administrator's token where
 * one was drawn; nobody can ask for it again, so that a deployment begins only once `hand` has passed it on.
 * The operator's own (POLDER_ADMIN_TOKEN) is made valid at every start.
 */
export const firstStart = (database: Database, hand: Hand = async () => {}): Promise<Started> =>
  database.transaction(async (session) => {
    const { adminToken } = database.config
    await session.query('select pg_advisory_xact_lock($1)', [lock])
    const begun = (await session.run('select from deployment')) > 0
    if (begun) return { notes: adminToken ? await ensureAdminToken(database, session, adminToken) : [] }
    const admin = await begin(database, session)
    if (adminToken) {
      await holdAdminToken(database, session, admin, adminToken)
      return { notes: [] }
    }
    const { token, prefix } = drawToken(newSecret())
    const body = { user: admin, description: 'first start', expires_at: null }
    await createOwn(database, session, api_token, body, { prefix, token_digest: digestOfSecret(token) })
    await hand(token)
    return { adminToken: token, notes: [] }
  })

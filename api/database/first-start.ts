// What a deployment begins with: an organization, the provider `built-in`, the defaults and an administrator.
import { resourceNamed } from '../../schemas/index.ts'
import type { Row } from '../../schemas/types.ts'
import { createAdmin, ensureAdminToken } from './admin-token.ts'
import type { Session } from './server/session.ts'
import type { Database } from './server/source.ts'
import { issueToken } from './token-rows.ts'
import { newId } from './write/new-id.ts'
import { blankRow, insertRows } from './write/rows.ts'

/** An arbitrary number: two processes that start at once begin one deployment. */
const lock = 7_460_002

const begin = async (session: Session) => {
  const insert = async (noun: string, values: Row) => {
    const resource = resourceNamed(noun)
    const row: Row = { ...blankRow(resource), ...values }
    await insertRows(session, resource, [row])
    return row.id as string
  }
  const organization = await insert('organization', {
    name: 'default',
    description: '',
    labels: {},
  })
  const provider = await insert('workspace_provider', {
    name: 'built-in',
    labels: {},
    namespace: 'polder',
    namespace_mode: 'per_organization',
    gpu_resource: 'nvidia.com/gpu',
    node_selector: {},
    tolerations: [],
    built_in: true,
    address: 'host',
  })
  await insert('workspace_provider_allowlist_entry', {
    workspace_provider_id: provider,
    organization_id: organization,
    automatic: true,
  })
  await insert('deployment', {
    default_organization_id: organization,
    default_workspace_provider_id: provider,
    uid: newId('dpl'),
  })
  return createAdmin(session)
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
    if (begun) return { notes: adminToken ? await ensureAdminToken(session, adminToken) : [] }
    const admin = await begin(session)
    const description = adminToken ? 'POLDER_ADMIN_TOKEN' : 'first start'
    const { token } = await issueToken(session, admin, { token: adminToken, description })
    if (adminToken) return { notes: [] }
    await hand(token)
    return { adminToken: token, notes: [] }
  })

// Reads a workspace provider as its cluster is to be, with its credential and what is known of its cluster.
import type { Row } from '../../../schemas/types.ts'
import type { workspace_provider as schema } from '../../../schemas/workspace_provider.ts'
import { aboutSecret, decrypt } from '../server/secret.ts'
import type { Database } from '../server/source.ts'
import type { Condition } from './condition.ts'

export type ProviderStatus = {
  ready: boolean
  cluster_uid: string | null
  kubernetes_version: string | null
  observed_generation: number
  conditions: Condition[]
  credential_expires_at: string | null
}
type Secrets = { token_encrypted: Buffer | null; client_key_encrypted: Buffer | null }
export type DesiredProvider = Omit<Row<typeof schema>, 'id' | keyof Secrets> & {
  id: string
  /** `deployment.uid`. */
  deployment: string
  cluster_generation: number
  /** Whether the provider is to go, and whether to give up on a cluster that is gone for good. */
  deleting: boolean
  force: boolean
  built_in: boolean
  namespace_mode: 'shared' | 'per_organization'
  token: string | null
  client_key: string | null
  /** Why a stored secret cannot be read, when it cannot. */
  unreadable: string | null
  /** Whether its shared namespace may have been claimed. */
  written: boolean
  /** Whether something of organizations may still be in the cluster. */
  hasPlacements: boolean
  status: ProviderStatus
}

type Stored = Omit<DesiredProvider, 'token' | 'client_key' | 'unreadable'> & Secrets

/** Null when there is no such provider any more. */
export const readProvider = async (database: Database, id: string): Promise<DesiredProvider | null> => {
  const [row] = await database.query<Stored>(
    `select p.*, d.uid as deployment, p.deletion_requested_at is not null as deleting,
       s.written_at is not null as written,
       exists (select from placement where workspace_provider_id = p.id) as "hasPlacements",
       to_jsonb(s) - 'workspace_provider_id' - 'written_at' - 'last_contact' as status
     from workspace_provider p join workspace_provider_status s on s.workspace_provider_id = p.id, deployment d
     where p.id = $1`,
    [id],
  )
  if (!row) return null
  const { token_encrypted, client_key_encrypted, ...rest } = row
  return { ...rest, ...opened(database, id, { token: token_encrypted, client_key: client_key_encrypted }) }
}

const opened = (database: Database, id: string, secrets: Record<'token' | 'client_key', Buffer | null>) => {
  const read = (name: 'token' | 'client_key') =>
    secrets[name] && decrypt(database.keys, aboutSecret(id, name), secrets[name])
  try {
    return { token: read('token'), client_key: read('client_key'), unreadable: null }
  } catch (error) {
    return { token: null, client_key: null, unreadable: (error as Error).message }
  }
}

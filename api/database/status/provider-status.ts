// Writes what is known of the clusters of providers.

import type { Session } from '../server/session.ts'
import type { Database } from '../server/source.ts'
import type { ProviderStatus } from './provider.ts'

/** `contact`: whether the API server has just answered. */
export const writeProviderStatus = (
  session: Session,
  provider: string,
  status: ProviderStatus,
  contact: boolean,
) =>
  session.run(
    `update workspace_provider_status set ready = $2, cluster_uid = $3, kubernetes_version = $4,
       observed_generation = $5, conditions = $6, credential_expires_at = $7,
       last_contact = case when $8 then now() else last_contact end
     where workspace_provider_id = $1`,
    [
      provider,
      status.ready,
      status.cluster_uid,
      status.kubernetes_version,
      status.observed_generation,
      JSON.stringify(status.conditions),
      status.credential_expires_at,
      contact,
    ],
  )

/** Notes that the API servers of these providers have answered a moment ago, where the leases still are `holder`'s. */
export const noteContacts = (database: Database, holder: string, providers: readonly string[]) =>
  database.run(
    `update workspace_provider_status s set last_contact = now() from provider_lease l
     where s.workspace_provider_id = any($2) and l.workspace_provider_id = s.workspace_provider_id
       and l.range_from = 0 and l.holder = $1`,
    [holder, providers],
  )

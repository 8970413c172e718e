// Tells the database what turns would have told it of clusters by now.
import type { Session } from '../../../api/database/server/session.ts'

type Told = { type: string; status: string; reason?: string; message?: string; since?: string }

/** Conditions as turns store them. */
export const conditionsOf = (...them: Told[]) =>
  JSON.stringify(
    them.map(({ type, status, reason = type, message = '', since = '2026-01-01T00:00:00.000Z' }) => ({
      type,
      status,
      reason,
      message,
      last_transition_time: since,
      observed_generation: 1,
    })),
  )

/** `where` is over the placements `x` of organizations, their organization `o` and their provider `p`. */
export const inClusters = ({ run }: Pick<Session, 'run'>) => {
  const places = (sets: string, where: string, values: unknown[]) =>
    run(
      `update placement x set ${sets} from organization o, workspace_provider p
       where o.id = x.organization_id and p.id = x.workspace_provider_id
         and x.owner_type = 'organization' and (${where})`,
      values,
    )
  return {
    /** A cluster was asked for something, so that a deletion waits for the cluster. */
    written: (where = 'true') => places('written_at = now()', where, []),
    untouched: (where = 'true') => places('written_at = null', where, []),
    /** Whether clusters have what was declared of organizations. */
    held: (where: string, is = true) =>
      places(
        'observed_generation = case when $2 then o.cluster_generation else 0 end, conditions = $1',
        where,
        [
          conditionsOf({ type: 'Synced', status: is ? 'True' : 'False', reason: is ? 'Synced' : 'Pending' }),
          is,
        ],
      ),
    /** Whether the cluster of a provider answers, for longer than any test takes. */
    ready: (provider: string, is = true) =>
      run(
        `update workspace_provider_status s set ready = $2, last_contact = case when $2 then now() + interval '1 hour' end
         from workspace_provider p where p.id = s.workspace_provider_id and p.name = $1`,
        [provider, is],
      ),
    /** The namespace that its organizations share was claimed. */
    claimed: (provider: string) =>
      run(
        `update workspace_provider_status s set written_at = now() from workspace_provider p
         where p.id = s.workspace_provider_id and p.name = $1`,
        [provider],
      ),
  }
}

// Reads what one cluster is to hold of organizations, with what it holds of them by the last turn.
import { resources } from '../../../schemas/index.ts'
import { rulesOf } from '../../resources/index.ts'
import type { Session } from '../server/session.ts'
import type { Condition } from './condition.ts'

/** Any row whose objects are in the cluster, by column. */
export type Owner = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly generation: number
  readonly cluster_generation: number
}
export type Placement = {
  owner_type: string
  owner_id: string
  namespace: string | null
  namespace_uid: string | null
  namespace_created: boolean
  observed_generation: number
  provider_generation: number
  conditions: Condition[]
  written: boolean
}
export type Desired = {
  organization: string
  /** Whether the objects of the organization are to go from this cluster, and whether by force. */
  deleting: boolean
  force: boolean
  /** The rows that the objects are made of, by noun. */
  owners: Readonly<Record<string, readonly Owner[]>>
  placements: readonly Placement[]
}

/** The nouns whose rows have a placement of their own. */
const placed = () => resources.filter(({ name }) => rulesOf({ name }).placed !== undefined)

const ownersOf = (name: string) =>
  `'${name}', (select coalesce(json_agg(to_jsonb(t) order by t.id), '[]') from "${name}" t where ${rulesOf({ name }).placed})`

const statement = () =>
  `select e.organization_id as organization, x.deleting, x.force,
     json_build_object(${placed()
       .map(({ name }) => ownersOf(name))
       .join(', ')}) as owners,
     (select json_agg(to_jsonb(them) || jsonb_build_object('written', them.written_at is not null))
      from placement them where them.workspace_provider_id = x.workspace_provider_id
        and them.organization_id = x.organization_id) as placements
   from workspace_provider_allowlist_entry e
     join placement x on x.workspace_provider_id = e.workspace_provider_id and x.owner_type = 'organization'
       and x.owner_id = e.organization_id
   where e.workspace_provider_id = $1 and e.organization_id = any($2)`

/** By organization; those that are not on the allowlist are left out. */
export const readDesired = async (
  session: Session,
  provider: string,
  organizations: readonly string[],
): Promise<ReadonlyMap<string, Desired>> => {
  const rows = await session.query<Desired>(statement(), [provider, organizations])
  return new Map(rows.map((row) => [row.organization, row]))
}

/** The ids of the organizations on a provider's allowlist, those that are being taken off included. */
export const organizationsOn = async (session: Session, provider: string): Promise<string[]> => {
  const rows = await session.query<{ id: string }>(
    `select organization_id as id from workspace_provider_allowlist_entry where workspace_provider_id = $1
     order by organization_id`,
    [provider],
  )
  return rows.map(({ id }) => id)
}

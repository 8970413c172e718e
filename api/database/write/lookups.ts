// Looks up what rules must know about the rest of the database. What a write names, and the organization it is
// inside, are locked before; only rows that it reaches by another way are locked here.
import type { Row } from '../../../schemas/types.ts'
import type { Actor, Lookups } from '../../resources/rules.ts'
import { isActiveAdmin, type UserRow } from '../../resources/site-roles.ts'
import type { Session } from '../server/session.ts'
import { isOtherActiveAdmin, writerIn } from './users.ts'

type Subject = {
  id: string
  actor: Actor
  before: Row | null
  after: Row
  /** The organization the row belongs to, or itself. */
  organization: string | null
  /** The provider the row speaks of, or itself. */
  provider: string | null
  /** The organizations that will stand on the provider's allowlist, where the write lists them. */
  listed: readonly string[] | null
}

type Queries = { [F in keyof Lookups]: (session: Session, subject: Subject) => Promise<Lookups[F]> }

const queries: Queries = {
  organization: async (session, { organization }) => {
    const rows = await session.query<NonNullable<Lookups['organization']>>(
      'select id, name, allowed_regions from organization where id = $1',
      [organization],
    )
    return rows[0] ?? null
  },
  provider: async (session, { provider }) => {
    const rows = await session.query<NonNullable<Lookups['provider']>>(
      'select id, name, region, authoritative from workspace_provider where id = $1',
      [provider],
    )
    return rows[0] ?? null
  },
  // Locked also where it stands automatically: the region of none of them moves meanwhile.
  providersOf: async (session, { organization }) => {
    const rows = await session.query<Lookups['providersOf'][number] & { automatic: boolean }>(
      `select p.id, p.name, p.region, e.automatic from workspace_provider_allowlist_entry e
       join workspace_provider p on p.id = e.workspace_provider_id
       where e.organization_id = $1 and e.deletion_requested_at is null order by p.name for share of p`,
      [organization],
    )
    return rows.filter(({ automatic }) => !automatic)
  },
  organizationsOf: (session, { provider, listed }) =>
    session.query(
      `select o.id, o.name, o.allowed_regions from organization o
       where o.allowed_regions is not null and case when $2::text[] is not null then o.id = any($2)
         else exists (select from workspace_provider_allowlist_entry e where e.organization_id = o.id
           and e.workspace_provider_id = $1 and e.deletion_requested_at is null) end
       order by o.name`,
      [provider, listed],
    ),
  namespaceOwner: async (session, { id, after }) => {
    const rows = await session.query<NonNullable<Lookups['namespaceOwner']>>(
      'select id, name from workspace_provider where address = $1 and namespace = $2 and id <> $3',
      [after.address, after.namespace, id],
    )
    return rows[0] ?? null
  },
  isDefault: async (session, { id }) =>
    (await session.run(
      'select from deployment where default_organization_id = $1 or default_workspace_provider_id = $1',
      [id],
    )) > 0,
  managers: async (session, { organization }) => {
    const rows = await session.query<{ id: string }>(
      `select m.id from org_membership m join org_membership_role r on r.org_membership_id = m.id
       where m.organization_id = $1 and r.builtin = 'organization_manager' order by m.id`,
      [organization],
    )
    return rows.map(({ id }) => id)
  },
  writer: (session, { actor }) => writerIn(session, actor),
  // Whom the others do not depend on costs no look at them.
  otherActiveAdmin: async (session, { id, before }) =>
    !isActiveAdmin(before as UserRow | null) || isOtherActiveAdmin(session, id),
}

/** What a rule is told of what it does not ask for. */
export const noLookups: Lookups = {
  organization: null,
  provider: null,
  providersOf: [],
  organizationsOf: [],
  namespaceOwner: null,
  isDefault: false,
  managers: [],
  writer: null,
  otherActiveAdmin: true,
}

export const lookUp = async (
  session: Session,
  names: readonly (keyof Lookups)[],
  subject: Subject,
): Promise<Lookups> => {
  const lookups: Record<string, unknown> = { ...noLookups }
  for (const name of names) lookups[name] = await queries[name](session, subject)
  return lookups as Lookups
}

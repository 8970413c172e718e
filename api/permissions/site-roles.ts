// The grants of each site role, as data (P12): what no line allows is refused.
import { type Action, actions, type Grant } from './grant.ts'
import { siteAdmin } from './role-names.ts'

type Line = {
  actions: readonly Action[]
  scope?: Grant['scope']
  place?: Grant['place']
  ownerWithout?: readonly string[]
}
/** By resource; `*` is every resource that has no lines of its own. */
type Table = Readonly<Record<string, readonly Line[]>>

const every = [siteAdmin, 'site_manager', 'auditor'] as const

const tables: Readonly<Record<string, Table>> = {
  [siteAdmin]: { '*': [{ actions }] },
  // Everything but what would lift them: who gives site roles stands in permit-change.ts.
  site_manager: {
    '*': [{ actions }],
    user: [
      { actions: ['create', 'read', 'list'] },
      { actions: ['update', 'delete'], ownerWithout: [siteAdmin] },
    ],
    api_token: [{ actions, ownerWithout: every }],
  },
  auditor: { '*': [{ actions: ['read', 'list'] }] },
  member: {
    organization: [{ actions: ['list'], place: 'memberships' }],
    api_token: [{ actions: ['create', 'read', 'list', 'delete'], scope: 'own' }],
  },
}

const grantsIn = (role: string, table: Table): Grant[] =>
  Object.entries(table).flatMap(([name, lines]) => {
    const resource = name === '*' ? { except: Object.keys(table).filter((it) => it !== '*') } : name
    return lines.map(({ scope = 'all', place = 'everywhere', ...line }) => ({
      resource,
      scope,
      place,
      by: role,
      ...line,
    }))
  })

const grants = new Map(Object.entries(tables).map(([role, table]) => [role, grantsIn(role, table)]))

/** The roles that somebody gives, in the order of their reach. */
export const siteRoles: readonly string[] = every

/** What the site roles of a user grant; everyone is a `member`. A role that is not known grants nothing. */
export const grantedBy = (roles: readonly string[]): Grant[] =>
  [...roles, 'member'].flatMap((role) => grants.get(role) ?? [])

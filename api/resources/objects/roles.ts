// Organization roles as Kubernetes roles, bound to groups, so that a membership change writes nothing here.
import { permissionMatrix } from '../../../schemas/permission-matrix.ts'
import { organizationMember } from '../../permissions/role-names.ts'
import { digest, spelled } from './names.ts'
import { type OwnedObject, type Role, type Tenancy, tenancyLabels } from './object.ts'

export type Rule = { apiGroups: string[]; resources: string[]; verbs: string[] }

const group = 'rbac.authorization.k8s.io'
const apiVersion = `${group}/v1`
const seen = (verbs: string[]): Rule[] => [
  { apiGroups: [''], resources: ['events', 'pods', 'pods/log', 'services'], verbs },
  { apiGroups: ['apps'], resources: ['statefulsets'], verbs },
]
// What an action on every workspace of the organization means in a namespace: to look. Who may change a workload there
// may mount any Secret of the namespace, so that `create`, `update` and `delete` go through Polder alone. "One's own"
// has no form in RBAC.
const rules: Record<string, Rule[]> = {
  read: seen(['get', 'list', 'watch']),
  list: seen(['list']),
}

/** The rules every role together may need: who creates the roles must hold them, or may escalate. */
export const everyRule = Object.values(rules).flat()

const rulesOf = (actions: readonly string[]) =>
  Object.entries(rules).flatMap(([action, them]) => (actions.includes(action) ? them : []))

/** The group of those who hold a role, by its built-in name or by the id of a custom role. */
const groupOf = (organization: string, role: string) => `polder:${organization}:${role}`

const bound = (
  it: Tenancy,
  owner: string,
  name: string,
  actions: readonly string[],
  holders: string[],
): OwnedObject[] => {
  const allowed = rulesOf(actions)
  if (allowed.length === 0) return []
  const labels = tenancyLabels(it)
  const roleRef = { apiGroup: group, kind: 'Role', name }
  // A roleRef never changes in place: another one is another binding.
  const binding = `${name}-${digest(8, roleRef.apiGroup, roleRef.kind, roleRef.name)}`
  const subjects = holders.map((holder) => ({
    apiGroup: group,
    kind: 'Group',
    name: groupOf(it.organization, holder),
  }))
  const metadata = { namespace: it.namespace, labels }
  return [
    { apiVersion, kind: 'Role', metadata: { ...metadata, name }, rules: allowed },
    { apiVersion, kind: 'RoleBinding', metadata: { ...metadata, name: binding }, roleRef, subjects },
  ].map((object) => ({ object, owners: [owner] }))
}

const wholly = ({ permissions }: Role) =>
  permissions.filter((it) => it.resource === 'workspace' && it.scope === 'all').map((it) => it.action)

/** A role without rules in RBAC has no object. Those that are built in are the organization's. */
export const rolesAndBindings = (it: Tenancy): OwnedObject[] => [
  ...Object.entries(permissionMatrix).flatMap(([role, { workspace }]) =>
    bound(it, it.organization, `polder-${spelled(role)}`, workspace, [role]),
  ),
  ...it.roles.flatMap((role) => {
    const holders = [role.id, ...(role.every_member ? [organizationMember] : [])]
    return bound(it, role.id, `polder-${spelled(role.id)}`, wholly(role), holders)
  }),
]

// Organization roles as Kubernetes roles, bound to groups, so that a membership change writes nothing here.
import { permissionMatrix } from '../../../schemas/permission-matrix.ts'
import { organizationMember } from '../../permissions/role-names.ts'
import { digest, spelled } from './names.ts'
import { type KubernetesObject, type Role, type Tenancy, tenancyLabels } from './object.ts'

export type Rule = { apiGroups: string[]; resources: string[]; verbs: string[] }

const group = 'rbac.authorization.k8s.io'
const apiVersion = `${group}/v1`
const seen = (verbs: string[]): Rule[] => [
  { apiGroups: [''], resources: ['events', 'pods', 'pods/log', 'services'], verbs },
  { apiGroups: ['apps'], resources: ['statefulsets'], verbs },
]
// What an action on every workspace of the organization means in a namespace. `create` is Polder's alone,
// and "one's own" has no form in RBAC.
const rules: Record<string, Rule[]> = {
  read: seen(['get', 'list', 'watch']),
  list: seen(['list']),
  update: [
    { apiGroups: ['apps'], resources: ['statefulsets', 'statefulsets/scale'], verbs: ['patch', 'update'] },
    { apiGroups: [''], resources: ['pods/exec'], verbs: ['create'] },
  ],
  delete: [
    { apiGroups: [''], resources: ['pods', 'services'], verbs: ['delete'] },
    { apiGroups: ['apps'], resources: ['statefulsets'], verbs: ['delete'] },
  ],
}

/** The rules every role together may need: who creates the roles must hold them, or may escalate. */
export const everyRule = Object.values(rules).flat()

const rulesOf = (actions: readonly string[]) =>
  Object.entries(rules).flatMap(([action, them]) => (actions.includes(action) ? them : []))

/** The group of those who hold a role, by its built-in name or by the id of a custom role. */
const groupOf = (organization: string, role: string) => `polder:${organization}:${role}`

const bound = (it: Tenancy, name: string, actions: readonly string[], holders: string[]) => {
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
  return [
    { apiVersion, kind: 'Role', metadata: { name, namespace: it.namespace, labels }, rules: allowed },
    {
      apiVersion,
      kind: 'RoleBinding',
      metadata: { name: binding, namespace: it.namespace, labels },
      roleRef,
      subjects,
    },
  ] satisfies KubernetesObject[]
}

const wholly = ({ permissions }: Role) =>
  permissions.filter((it) => it.resource === 'workspace' && it.scope === 'all').map((it) => it.action)

/** A role without rules in RBAC has no object. */
export const rolesAndBindings = (it: Tenancy): KubernetesObject[] => [
  ...Object.entries(permissionMatrix).flatMap(([role, { workspace }]) =>
    bound(it, `polder-${spelled(role)}`, workspace, [role]),
  ),
  ...it.roles.flatMap((role) => {
    const holders = [role.id, ...(role.every_member ? [organizationMember] : [])]
    return bound(it, `polder-${spelled(role.id)}`, wholly(role), holders)
  }),
]

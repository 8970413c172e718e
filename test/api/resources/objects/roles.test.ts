// The roles of an organization in the RBAC of a cluster, as declared.
import { expect } from 'chai'
import { everyRule } from '../../../../api/resources/objects/roles.ts'
import { objectNamed, objectsIn, tenancy } from '../../../support/cluster/tenancy.ts'

const permissions = [
  { resource: 'workspace', action: 'list', scope: 'all' },
  { resource: 'workspace', action: 'delete', scope: 'all' },
  { resource: 'workspace', action: 'read', scope: 'own' },
  { resource: 'image', action: 'read', scope: 'all' },
]
const roleOf = (them: typeof permissions) => [{ id: 'rol_x', permissions: them, every_member: false }]

/** What may be looked at without meeting a Secret: a pod names those that it mounts, and shows none. */
const harmless = ['events', 'pods', 'pods/log', 'services', 'statefulsets']

describe('the roles of an organization', () => {
  it('are bound to groups that carry the organization', () => {
    const bindings = objectsIn(tenancy).filter(({ kind }) => kind === 'RoleBinding')
    expect(bindings.map(({ subjects }) => (subjects as { name: string }[])[0]?.name)).to.deep.equal([
      'polder:org_c:organization_manager',
      'polder:org_c:organization_member',
    ])
  })

  it('S35 reach no Secret: they look and change nothing, at nothing that holds one, runs a command or issues a token', () => {
    expect(everyRule).not.to.deep.equal([])
    for (const { verbs, resources, apiGroups } of everyRule) {
      expect(['get', 'list', 'watch']).to.include.members(verbs)
      expect(harmless).to.include.members(resources)
      expect(['', 'apps']).to.include.members(apiGroups)
    }
  })

  it('let a manager look as a member does: whoever may change a workload goes through Polder', () => {
    const [member, manager] = ['member', 'manager'].map(
      (role) => objectNamed(tenancy, `polder-organization-${role}`).rules,
    )
    expect(member).to.deep.equal(manager)
    expect([...new Set(member!.flatMap((rule) => rule.verbs))]).to.deep.equal(['get', 'list', 'watch'])
  })

  it('of its own making grant their cells of workspaces, and of these what reaches all of them', () => {
    const { rules } = objectNamed({ ...tenancy, roles: roleOf(permissions) }, 'polder-rol-x')
    expect(rules).to.deep.equal([
      { apiGroups: [''], resources: ['events', 'pods', 'pods/log', 'services'], verbs: ['list'] },
      { apiGroups: ['apps'], resources: ['statefulsets'], verbs: ['list'] },
    ])
  })

  it('that grant nothing in a cluster have no object there', () => {
    const kinds = (roles: ReturnType<typeof roleOf>) =>
      objectsIn({ ...tenancy, roles }).map(({ kind }) => kind)
    expect(kinds(roleOf(permissions.slice(1)))).to.deep.equal(kinds([]))
  })
})

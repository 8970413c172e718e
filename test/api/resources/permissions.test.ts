// Permissions of RBAC rules: which of them other rules give, and the words for those that are missing.
import { expect } from 'chai'
import {
  isGivenBy,
  type Permission,
  permissionsIn,
  permissionsInWords,
} from '../../../api/resources/manifest/permissions.ts'

const rbac = 'rbac.authorization.k8s.io'
const list: Permission = { group: 'batch', resource: 'cronjobs', verb: 'list' }
const logs: Permission = { group: '', resource: 'pods', subresource: 'log', verb: 'get' }

describe('WP-14 a permission', () => {
  it('is one group, one resource and one verb of a rule', () => {
    const rules = [{ apiGroups: ['batch', ''], resources: ['cronjobs', 'pods/log'], verbs: ['list', 'get'] }]
    expect(permissionsIn(rules)).to.have.length(8)
    expect(permissionsIn(rules)).to.deep.include(list)
    expect(permissionsIn(rules)).to.deep.include(logs)
  })

  it('is not given by rules of another group, resource, verb or subresource, nor for some names alone', () => {
    const rule = { apiGroups: ['batch'], resources: ['cronjobs'], verbs: ['list'] }
    expect(isGivenBy([], list)).to.equal(false)
    for (const other of [
      { apiGroups: [''] },
      { resources: ['jobs'] },
      { resources: ['cronjobs/status'] },
      { verbs: ['get'] },
      { resourceNames: ['one'] },
    ])
      expect(isGivenBy([{ ...rule, ...other }], list), JSON.stringify(other)).to.equal(false)
    expect(isGivenBy([{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }], logs)).to.equal(false)
  })

  it('is given by a rule that names it, or everything in its place', () => {
    const rule = { apiGroups: ['batch'], resources: ['cronjobs'], verbs: ['list'] }
    for (const other of [
      {},
      { apiGroups: ['*'] },
      { resources: ['*'] },
      { verbs: ['*'] },
      { resourceNames: [] },
    ])
      expect(isGivenBy([{ ...rule, ...other }], list), JSON.stringify(other)).to.equal(true)
    for (const resources of [['pods/log'], ['*/log'], ['*']])
      expect(isGivenBy([{ apiGroups: [''], resources, verbs: ['get'] }], logs)).to.equal(true)
  })

  it('is named with those of other resources that lack the same verbs', () => {
    const missing = permissionsIn([
      { apiGroups: [rbac], resources: ['rolebindings', 'roles'], verbs: ['create', 'patch'] },
      { apiGroups: [''], resources: ['pods', 'pods/log'], verbs: ['list'] },
    ])
    expect(permissionsInWords(missing, 400)).to.equal(
      `create, patch rolebindings.${rbac}, roles.${rbac}; list pods, pods/log`,
    )
  })

  it('is counted where the sentence has no room for it, and never cut', () => {
    const missing = permissionsIn([
      { apiGroups: [rbac], resources: ['rolebindings', 'roles'], verbs: ['create', 'patch'] },
      { apiGroups: [''], resources: ['pods'], verbs: ['list'] },
    ])
    for (let room = 40; room < 200; room += 1)
      expect(permissionsInWords(missing, room).length).to.be.at.most(Math.max(room, 76))
    expect(permissionsInWords(missing, 80)).to.equal(
      `create, patch rolebindings.${rbac}, and 2 more resources`,
    )
  })
})

// The Kubernetes objects of an organization, as declared: their names, labels and owners.
import { expect } from 'chai'
import { namespaceName, shardOf } from '../../../../api/resources/objects/names.ts'
import { keyOf, type Tenancy } from '../../../../api/resources/objects/object.ts'
import { sharedObjects, tenancyObjects } from '../../../../api/resources/objects/tenancy.ts'
import { objectNamed, objectsIn, quotaOf, tenancy, tenancyWith } from '../../../support/cluster/tenancy.ts'

const shared = tenancyWith({ namespace_mode: 'shared' })

describe('the objects of an organization', () => {
  it('are the same on every pass', () => {
    expect(tenancyObjects(tenancy)).to.deep.equal(tenancyObjects(structuredClone(tenancy)))
    expect(new Set(objectsIn(tenancy).map(keyOf)).size).to.equal(objectsIn(tenancy).length)
  })

  it('all carry the labels that prune goes by, in the namespace of the organization, which comes first', () => {
    const [namespace, ...others] = objectsIn(tenancy)
    expect(keyOf(namespace!)).to.equal('Namespace//ns')
    const labels = {
      'app.kubernetes.io/managed-by': 'polder',
      'polder.dev/deployment': 'dpl_a',
      'polder.dev/provider': 'wsp_b',
      'polder.dev/organization': 'org_c',
      'polder.dev/shard': String(shardOf('org_c')),
    }
    expect(namespace!.metadata.labels).to.include(labels)
    for (const { metadata } of others) {
      expect(metadata.namespace).to.equal('ns')
      expect(metadata.labels).to.deep.equal(labels)
    }
  })

  it('name a shard from 0 to 15, the same for an organization wherever it is, and every one of them for some', () => {
    // The first hexadecimal digit of what `printf org_c | sha256sum` prints.
    expect(shardOf('org_c')).to.equal(0xa)
    const shards = new Set(Array.from({ length: 500 }, (_, index) => shardOf(`org_${index}`)))
    expect([...shards].toSorted((a, b) => a - b)).to.deep.equal(
      Array.from({ length: 16 }, (_, index) => index),
    )
  })

  it('name the rows that they are made of: the organization, its quotas, its roles', () => {
    const permissions = [{ resource: 'workspace', action: 'read', scope: 'all' }]
    const roles = [{ id: 'rol_x', permissions, every_member: false }]
    const member = { id: 'quo_member', scope: 'member', limits: { cpu: '1' } } as const
    const quotas = [quotaOf({ cpu: '1' }, 'quo_one'), quotaOf({ cpu: '2' }, 'quo_two'), member]
    const owners = tenancyObjects({ ...tenancy, quotas, roles }).map(
      ({ object, owners }) => `${object.kind} ${owners.join(' ')}`,
    )
    expect(owners).to.deep.equal([
      'Namespace org_c',
      'ResourceQuota org_c quo_one quo_two',
      'LimitRange org_c',
      'NetworkPolicy org_c',
      'NetworkPolicy org_c',
      'ServiceAccount org_c',
      'Role org_c',
      'RoleBinding org_c',
      'Role org_c',
      'RoleBinding org_c',
      'Role rol_x',
      'RoleBinding rol_x',
    ])
  })

  it('have names of at most 63 lower-case characters, however long the organization is called', () => {
    const name = namespaceName('p'.repeat(27), `${'o'.repeat(23)}-${'o'.repeat(8)}`, tenancy)
    expect(name).to.match(/^p{27}-o{23}-[0-9a-f]{10}$/)
    expect(namespaceName('p'.repeat(27), 'o'.repeat(32), tenancy)).to.have.length(63)
    expect(namespaceName('p', 'acme', { ...tenancy, deployment: 'dpl_z' })).not.to.equal(
      namespaceName('p', 'acme', tenancy),
    )
  })

  it('are a service account and labelled policies in a shared namespace, and nothing that binds others', () => {
    const limited: Tenancy = { ...shared, quotas: [quotaOf({ cpu: '1' })] }
    const objects = objectsIn(limited)
    expect(objects.map(({ kind }) => kind)).to.deep.equal([
      'ServiceAccount',
      'NetworkPolicy',
      'NetworkPolicy',
    ])
    for (const object of objects.slice(1)) {
      const { podSelector } = object.spec as { podSelector: object }
      expect(podSelector).to.deep.equal({ matchLabels: { 'polder.dev/organization': 'org_c' } })
    }
    const others = objectsIn({ ...limited, organization: 'org_d' }).map(keyOf)
    expect(objects.map(keyOf).filter((key) => others.includes(key))).to.deep.equal([])
  })

  it('stand beside the shared namespace and a quota that only counts, which are of no organization', () => {
    const objects = sharedObjects(shared)
    expect(objects.map(({ object, owners }) => `${object.kind} ${owners.join(' ')}`)).to.deep.equal([
      'Namespace wsp_b',
      'ResourceQuota wsp_b',
    ])
    for (const { object } of objects) {
      expect(object.metadata.labels).not.to.have.any.keys('polder.dev/organization', 'polder.dev/shard')
    }
  })

  it('hand no token to pods', () => {
    expect(objectNamed(tenancy, 'polder-workspace').automountServiceAccountToken).to.equal(false)
  })
})

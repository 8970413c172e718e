// The Kubernetes objects of an organization, as declared.
import { expect } from 'chai'
import { namespaceName } from '../../../../api/resources/objects/names.ts'
import { namespaceObject, ownership } from '../../../../api/resources/objects/namespace.ts'
import { type KubernetesObject, keyOf, type Tenancy } from '../../../../api/resources/objects/object.ts'
import { sharedQuota } from '../../../../api/resources/objects/quota.ts'
import { tenancyObjects } from '../../../../api/resources/objects/tenancy.ts'

const made = { deployment: 'dpl_a', provider: 'wsp_b', organization: 'org_c' }
const tenancy: Tenancy = {
  ...made,
  namespace: 'ns',
  mode: 'per_organization',
  gpuResource: 'nvidia.com/gpu',
  quotas: [],
  roles: [],
}
const kinds = (it: Tenancy) => tenancyObjects(it).map(({ kind }) => kind)
const named = (it: Tenancy, name: string) =>
  tenancyObjects(it).find(({ metadata }) => metadata.name === name) as KubernetesObject & {
    spec: Record<string, unknown>
    rules: { resources: string[]; verbs: string[] }[]
    subjects: { name: string }[]
  }

describe('the objects of an organization', () => {
  it('are the same on every pass', () => {
    expect(tenancyObjects(tenancy)).to.deep.equal(tenancyObjects(structuredClone(tenancy)))
    expect(new Set(tenancyObjects(tenancy).map(keyOf)).size).to.equal(tenancyObjects(tenancy).length)
  })

  it('all carry the labels that prune goes by, in the namespace of the organization', () => {
    for (const { metadata } of tenancyObjects(tenancy)) {
      expect(metadata.namespace).to.equal('ns')
      expect(metadata.labels).to.deep.equal({
        'app.kubernetes.io/managed-by': 'polder',
        'polder.dev/deployment': 'dpl_a',
        'polder.dev/provider': 'wsp_b',
        'polder.dev/organization': 'org_c',
      })
    }
  })

  it('have names of at most 63 lower-case characters, however long the organization is called', () => {
    const name = namespaceName('p'.repeat(27), `${'o'.repeat(23)}-${'o'.repeat(8)}`, made)
    expect(name).to.match(/^p{27}-o{23}-[0-9a-f]{10}$/)
    expect(namespaceName('p'.repeat(27), 'o'.repeat(32), made)).to.have.length(63)
    expect(namespaceName('p', 'acme', { ...made, deployment: 'dpl_z' })).not.to.equal(
      namespaceName('p', 'acme', made),
    )
  })

  it('are a service account and labelled policies in a shared namespace, and nothing that binds others', () => {
    const quotas = [{ cpu: '1' }]
    const shared: Tenancy = { ...tenancy, mode: 'shared', quotas }
    expect(kinds(shared)).to.deep.equal(['ServiceAccount', 'NetworkPolicy', 'NetworkPolicy'])
    for (const object of tenancyObjects(shared).slice(1)) {
      const { podSelector } = object.spec as { podSelector: object }
      expect(podSelector).to.deep.equal({ matchLabels: { 'polder.dev/organization': 'org_c' } })
    }
    const keys = tenancyObjects({ ...shared, organization: 'org_d' }).map(keyOf)
    expect(
      tenancyObjects(shared)
        .map(keyOf)
        .filter((key) => keys.includes(key)),
    ).to.deep.equal([])
  })

  it('hand no token to pods', () => {
    expect(named(tenancy, 'polder-workspace').automountServiceAccountToken).to.equal(false)
  })

  it('deny all traffic but DNS, the control plane, and addresses that are no metadata service, of IPv4 and IPv6 alike', () => {
    expect(named(tenancy, 'polder-deny').spec).to.deep.equal({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    })
    const { ingress, egress } = named(tenancy, 'polder-allow').spec
    expect(JSON.stringify(ingress)).to.contain('polder.dev/control-plane')
    expect(egress).to.deep.equal([
      {
        ports: [
          { port: 53, protocol: 'UDP' },
          { port: 53, protocol: 'TCP' },
        ],
      },
      {
        to: [
          {
            ipBlock: {
              cidr: '0.0.0.0/0',
              except: ['169.254.0.0/16', '100.100.100.200/32', '168.63.129.16/32', '192.0.0.192/32'],
            },
          },
          {
            ipBlock: {
              cidr: '::/0',
              except: [
                'fe80::/10',
                'fd00:ec2::/32',
                'fd20:ce::254/128',
                'fd00:c1::a9fe:a9fe/128',
                'fd00:42::42/128',
                'fd00:a9fe:a9fe::1/128',
              ],
            },
          },
        ],
      },
    ])
  })
})

describe('the quota of an organization', () => {
  it('stands without a limit, too, and then only has Secrets counted', () => {
    const counting = { hard: { 'count/secrets': '1G' } }
    expect(named(tenancy, 'polder-quota').spec).to.deep.equal(counting)
    expect(named({ ...tenancy, quotas: [{ cpu: null }] }, 'polder-quota').spec).to.deep.equal(counting)
    expect(sharedQuota(tenancy).spec).to.deep.equal(counting)
    expect(sharedQuota(tenancy).metadata.labels).not.to.have.property('polder.dev/organization')
  })

  it('counts requests, volumes, GPUs by the name of the provider, and workspaces', () => {
    const quotas = [{ cpu: '2', memory: '1Gi', storage: '1Ti', gpu: '1', workspaces: 3 }]
    expect(named({ ...tenancy, quotas, gpuResource: 'amd.com/gpu' }, 'polder-quota').spec).to.deep.equal({
      hard: {
        'requests.cpu': '2',
        'requests.memory': '1Gi',
        'requests.storage': '1Ti',
        'requests.amd.com/gpu': '1',
        'count/statefulsets.apps': '3',
        'count/secrets': '1G',
      },
    })
  })

  it('is the smallest limit of several, compared by value', () => {
    const quotas = [{ cpu: '1500m', memory: '1Gi' }, { cpu: '2' }, { memory: '1000M' }]
    expect(named({ ...tenancy, quotas }, 'polder-quota').spec).to.deep.equal({
      hard: { 'requests.cpu': '1500m', 'requests.memory': '1000M', 'count/secrets': '1G' },
    })
  })
})

describe('the roles of an organization', () => {
  const permissions = [
    { resource: 'workspace', action: 'delete', scope: 'all' },
    { resource: 'workspace', action: 'update', scope: 'own' },
    { resource: 'image', action: 'update', scope: 'all' },
  ]

  it('are bound to groups that carry the organization', () => {
    const bindings = tenancyObjects(tenancy).filter(({ kind }) => kind === 'RoleBinding')
    expect(bindings.map(({ subjects }) => (subjects as { name: string }[])[0]?.name)).to.deep.equal([
      'polder:org_c:organization_manager',
      'polder:org_c:organization_member',
    ])
  })

  it('grant a member what the matrix says: to look, not to touch', () => {
    const verbs = named(tenancy, 'polder-organization-member').rules.flatMap((rule) => rule.verbs)
    expect([...new Set(verbs)]).to.deep.equal(['get', 'list', 'watch'])
    const manager = named(tenancy, 'polder-organization-manager').rules.flatMap((rule) => rule.resources)
    expect(manager).to.include.members(['pods/exec', 'statefulsets/scale'])
  })

  it('of its own making grant their cells of workspaces, and of these what reaches all of them', () => {
    const roles = [{ id: 'rol_x', permissions, every_member: false }]
    expect(named({ ...tenancy, roles }, 'polder-rol-x').rules).to.deep.equal([
      { apiGroups: [''], resources: ['pods', 'services'], verbs: ['delete'] },
      { apiGroups: ['apps'], resources: ['statefulsets'], verbs: ['delete'] },
    ])
  })

  it('that grant nothing in a cluster have no object there', () => {
    const roles = [{ id: 'rol_x', permissions: permissions.slice(1), every_member: true }]
    expect(kinds({ ...tenancy, roles })).to.deep.equal(kinds(tenancy))
  })
})

describe('the owner of a namespace', () => {
  const object = namespaceObject('ns', made)
  const { labels, annotations } = object.metadata
  const live = (metadata: object) => ({ ...object, metadata: { name: 'ns', ...metadata } })

  it('is told by the claim', () => {
    expect(ownership(object, made)).to.equal('ours')
    expect(ownership(object, { ...made, deployment: 'dpl_z' })).to.equal('theirs')
    expect(ownership(live({ annotations }), made)).to.equal('ours')
  })

  it('is told by the labels where the claim was lost', () => {
    expect(ownership(live({ labels }), made)).to.equal('ours')
    expect(ownership(live({ labels: { ...labels, 'polder.dev/provider': 'wsp_z' } }), made)).to.equal(
      'theirs',
    )
  })

  it('is nobody where there is neither', () => {
    expect(ownership(live({ labels: { team: 'a' } }), made)).to.equal('unclaimed')
  })
})

// What providers and organizations say of the namespaces in clusters, over REST.
import { expect } from 'chai'
import { type Api, type Body, startApi } from '../support/api.ts'
import { refused } from '../support/refusal.ts'

const path = '/v1/workspace_providers'

describe('S35 what confines workspaces', () => {
  let api: Api
  let count = 0
  before(async () => {
    api = await startApi()
  })
  after(() => api.stop())

  const body = (more: Body): Body => {
    count += 1
    return { name: `it-${count}`, namespace: `it-${count}`, ...more }
  }
  const invalid = (attribute: string) => ({ status: 422, code: 'invalid', attribute })

  it('is strict where nothing is said', async () => {
    expect(await api.create('workspace_providers', body({}))).to.deep.include({
      egress: 'internet',
      egress_cidrs: [],
      pod_security: null,
      cpu_ratio: 1,
      default_limits: null,
      max_load_balancers: 0,
      max_node_ports: 0,
      namespace_labels: {},
      namespace_annotations: {},
      paused: false,
      width: 8,
    })
  })

  it('422 for the egress `cidrs` without networks, and for networks with another one', async () => {
    const told = async (more: Body) =>
      (await refused(api, ['POST', path, body(more)], invalid('egress_cidrs'))).detail
    expect(await told({ egress: 'cidrs' })).to.match(/lists at least one network\. Add a network/)
    for (const egress of ['internet', 'all', undefined])
      expect(await told({ egress, egress_cidrs: ['203.0.113.0/24'] })).to.match(/Set `egress` to `cidrs`/)
    const { id } = await api.create(
      'workspace_providers',
      body({ egress: 'cidrs', egress_cidrs: ['203.0.113.0/24'] }),
    )
    for (const change of [{ egress: 'all' }, { egress_cidrs: [] }])
      await refused(api, ['PATCH', `${path}/${id}`, change], invalid('egress_cidrs'))
    const both = { egress: 'all', egress_cidrs: [] }
    expect((await api.request('PATCH', `${path}/${id}`, both)).status).to.equal(200)
  })

  it('422 for what is no network, with what to write', async () => {
    const told = async (cidr: string) => {
      const given = body({ egress: 'cidrs', egress_cidrs: ['203.0.113.0/24', cidr] })
      return (await refused(api, ['POST', path, given], invalid('egress_cidrs[1]'))).detail
    }
    for (const cidr of ['10.0.0.1/8', '10.0.0.0/33', '2001:DB8::/32', 'example.com'])
      expect(await told(cidr)).to.contain('such as `203.0.113.0/24`')
    expect(await told('::ffff:a00:0/104')).to.match(/^Write a network of IPv4 as IPv4/)
  })

  it('422 for default limits that limit nothing, and equal ones change nothing', async () => {
    await refused(api, ['POST', path, body({ default_limits: {} })], invalid('default_limits'))
    const { id, generation } = await api.create(
      'workspace_providers',
      body({ default_limits: { cpu: '1000m', memory: '1Gi' } }),
    )
    const change = (default_limits: Body) => api.request('PATCH', `${path}/${id}`, { default_limits })
    expect((await change({ cpu: '1' })).body.generation).to.equal(generation)
    expect((await change({ memory: null })).body.default_limits).to.include({ cpu: '1000m' })
    await refused(
      api,
      ['PATCH', `${path}/${id}`, { default_limits: { cpu: null } }],
      invalid('default_limits'),
    )
  })

  const reserved = [
    'polder.dev/control-plane',
    'x.polder.dev/y',
    'pod-security.kubernetes.io/enforce',
    'kubernetes.io/metadata.name',
    'app.kubernetes.io/managed-by',
    'scheduler.alpha.kubernetes.io/node-selector',
    'hnc.x-k8s.io/subnamespace-of',
    'openshift.io/run-level',
    'security.openshift.io/scc.podSecurityLabelSync',
    'admission.gatekeeper.sh/ignore',
    'control-plane',
  ]
  for (const noun of ['workspace_providers', 'organizations'])
    for (const name of ['namespace_labels', 'namespace_annotations'])
      it(`422 for a key of ${name} of ${noun} that decides what a namespace may`, async () => {
        for (const key of reserved) {
          const given = noun === 'organizations' ? { name: `o-${++count}` } : body({})
          const { detail } = await refused(
            api,
            ['POST', `/v1/${noun}`, { ...given, [name]: { team: 'a', [key]: 'x' } }],
            invalid(`${name}["${key}"]`),
          )
          expect(detail).to.match(/Leave the key out\.$|Choose another key\.$/)
        }
        const fine = {
          team: 'a',
          'example.com/team': 'b',
          'istio-injection': 'enabled',
          'notkubernetes.io/x': '',
        }
        const given = noun === 'organizations' ? { name: `o-${++count}` } : body({})
        const { id } = await api.create(noun, { ...given, [name]: fine })
        const change = { [name]: { 'kubernetes.io/x': 'y' } }
        await refused(api, ['PATCH', `/v1/${noun}/${id}`, change], invalid(`${name}["kubernetes.io/x"]`))
      })
})

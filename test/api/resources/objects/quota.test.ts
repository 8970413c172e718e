// The quota of an organization in its namespace, and the defaults of its containers, as declared.
import { expect } from 'chai'
import type { Limits, Tenancy } from '../../../../api/resources/objects/object.ts'
import { sharedQuota } from '../../../../api/resources/objects/quota.ts'
import { objectNamed, quotaOf, tenancy, tenancyWith } from '../../../support/cluster/tenancy.ts'

const hardOf = (limits: Limits[], it: Tenancy = tenancy) =>
  objectNamed({ ...it, quotas: limits.map((one) => quotaOf(one)) }, 'polder-quota').spec.hard

/** What stands where nothing is limited: counts, and Services that open a cluster to the world. */
const unlimited = {
  'count/secrets': '1G',
  'count/configmaps': '1G',
  pods: '1G',
  'requests.ephemeral-storage': '1E',
  'limits.ephemeral-storage': '1E',
  'services.loadbalancers': '0',
  'services.nodeports': '0',
}

describe('S35 the quota of an organization', () => {
  it('stands without a limit, too, and then counts, and refuses Services of type LoadBalancer and NodePort', () => {
    expect(hardOf([])).to.deep.equal(unlimited)
    expect(hardOf([{ cpu: null }])).to.deep.equal(unlimited)
  })

  it('only has Secrets counted in a shared namespace, where it would bind everybody', () => {
    expect(sharedQuota(tenancy).spec).to.deep.equal({ hard: { 'count/secrets': '1G' } })
  })

  it('limits requests and limits alike, volumes, GPUs by the name of the provider, workspaces and their pods', () => {
    const limits = { cpu: '2', memory: '1Gi', storage: '1Ti', gpu: '1', workspaces: 3 }
    expect(hardOf([limits], tenancyWith({ gpu_resource: 'amd.com/gpu' }))).to.deep.equal({
      ...unlimited,
      'requests.cpu': '2',
      'limits.cpu': '2',
      'requests.memory': '1Gi',
      'limits.memory': '1Gi',
      'requests.storage': '1Ti',
      'requests.amd.com/gpu': '1',
      'count/statefulsets.apps': '3',
      pods: '3',
    })
  })

  it('lets CPU limits be as many times the CPU quota as the provider says, exactly', () => {
    for (const cpu_ratio of [3, '3'])
      expect(hardOf([{ cpu: '1500m' }], tenancyWith({ cpu_ratio }))).to.include({
        'requests.cpu': '1500m',
        'limits.cpu': '4.5',
      })
  })

  it('lets through as many Services of type LoadBalancer, and as many node ports, as the provider says', () => {
    const settings = { max_load_balancers: 2, max_node_ports: '5' }
    expect(hardOf([], tenancyWith(settings))).to.include({
      'services.loadbalancers': '2',
      'services.nodeports': '5',
    })
  })

  it('is the smallest limit of several, compared by value', () => {
    const several = [{ cpu: '1500m', memory: '1Gi' }, { cpu: '2' }, { memory: '1000M' }]
    expect(hardOf(several)).to.include({ 'requests.cpu': '1500m', 'requests.memory': '1000M' })
  })

  it('is the default one of the provider where the organization has none', () => {
    const provided = tenancyWith({ default_limits: { cpu: '4', workspaces: 2 } })
    expect(hardOf([], provided)).to.include({ 'requests.cpu': '4', pods: '2' })
    expect(hardOf([{ cpu: '8' }], provided)).to.include({ 'requests.cpu': '8', pods: '1G' })
    const member = { id: 'quo_m', scope: 'member', limits: { cpu: '1' } } as const
    expect(objectNamed({ ...provided, quotas: [member] }, 'polder-quota').spec.hard).to.include({
      'requests.cpu': '4',
    })
  })
})

describe('the defaults of containers', () => {
  const limitsOf = (it: Tenancy) => objectNamed(it, 'polder-defaults').spec.limits

  it('say what the quota counts, of requests and of limits, with a ratio for CPU', () => {
    expect(limitsOf(tenancyWith({ cpu_ratio: 4 }))).to.deep.equal([
      {
        type: 'Container',
        defaultRequest: { cpu: '100m', memory: '256Mi', 'ephemeral-storage': '1Gi' },
        default: { cpu: '0.4', memory: '256Mi', 'ephemeral-storage': '8Gi' },
        maxLimitRequestRatio: { cpu: '4' },
      },
    ])
  })
})

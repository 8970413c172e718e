// The quota of an organization in its namespace, as declared.
import { expect } from 'chai'
import type { Limits } from '../../../../api/resources/objects/object.ts'
import { sharedQuota } from '../../../../api/resources/objects/quota.ts'
import { objectNamed, quotaOf, tenancy, tenancyWith } from '../../../support/cluster/tenancy.ts'

const specOf = (limits: Limits[], it = tenancy) =>
  objectNamed({ ...it, quotas: limits.map((one) => quotaOf(one)) }, 'polder-quota').spec

describe('the quota of an organization', () => {
  it('stands without a limit, too, and then only has Secrets counted', () => {
    const counting = { hard: { 'count/secrets': '1G' } }
    expect(specOf([])).to.deep.equal(counting)
    expect(specOf([{ cpu: null }])).to.deep.equal(counting)
    expect(sharedQuota(tenancy).spec).to.deep.equal(counting)
  })

  it('counts requests, volumes, GPUs by the name of the provider, and workspaces', () => {
    const limits = { cpu: '2', memory: '1Gi', storage: '1Ti', gpu: '1', workspaces: 3 }
    expect(specOf([limits], tenancyWith({ gpu_resource: 'amd.com/gpu' }))).to.deep.equal({
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
    const several = [{ cpu: '1500m', memory: '1Gi' }, { cpu: '2' }, { memory: '1000M' }]
    expect(specOf(several)).to.deep.equal({
      hard: { 'requests.cpu': '1500m', 'requests.memory': '1000M', 'count/secrets': '1G' },
    })
  })
})

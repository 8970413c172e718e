// A cluster to test against is a real one, and it is gone when it is stopped.
import { expect } from 'chai'
import type { Cluster } from '../../../examples/local/cluster.ts'
import { sharedCluster } from '../../support/cluster.ts'

describe('a local control plane', () => {
  let cluster: Cluster
  before(async function () {
    cluster = await sharedCluster(this)
  })
  it('answers its administrator', async () => {
    const { status, body } = await cluster.request('GET', '/version')
    expect(status).to.equal(200)
    expect(body.gitVersion).to.match(/^v1\./)
  })
})

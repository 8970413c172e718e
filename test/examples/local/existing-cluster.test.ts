// USE_EXISTING_CLUSTER=true: the cluster of KUBECONFIG serves, and is left as it is.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { expect } from 'chai'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { obtainCluster } from '../../../examples/local/cluster/obtain-cluster.ts'
import { sharedCluster } from '../../support/cluster/cluster.ts'

describe('an existing cluster', () => {
  let theirs: Cluster
  let ours: Cluster
  let directory: string
  const former = ['PATH', 'USE_EXISTING_CLUSTER', 'KUBECONFIG'].map(
    (name) => [name, process.env[name]] as const,
  )
  before(async function () {
    theirs = await sharedCluster(this)
    directory = await mkdtemp(join(tmpdir(), 'polder-existing-'))
    process.env.PATH = `${dirname(theirs.kubectl)}${delimiter}${process.env.PATH}`
    process.env.USE_EXISTING_CLUSTER = 'true'
    process.env.KUBECONFIG = theirs.kubeconfig
    ours = await obtainCluster({ directory })
  })
  after(async () => {
    for (const [name, value] of former) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
    await theirs.runKubectl(['delete', 'clusterrolebinding/polder-local-admin'])
    await theirs.runKubectl(['delete', '-n', 'kube-system', 'serviceaccount/polder-local-admin'])
    await rm(directory, { recursive: true, force: true })
  })

  it('is used at its own address, by an administrator with a token', async () => {
    expect(ours.server).to.equal(theirs.server)
    expect(ours.adminToken).to.not.equal(theirs.adminToken)
    expect((await ours.request('GET', '/api/v1/secrets')).status).to.equal(200)
    expect(await ours.runKubectl(['auth', 'can-i', '*', '*', '--all-namespaces'])).to.contain('yes')
  })

  it('is neither interrupted nor stopped', async () => {
    const words = await ours.stopApiServer().catch((error) => error.message)
    expect(words).to.contain('not ours to interrupt')
    await ours.stop()
    expect((await theirs.request('GET', '/readyz')).status).to.equal(200)
  })
})

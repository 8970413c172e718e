// Every resource's example on every Terraform that counts, against a real API and a real cluster.
import { offeredAs } from '../../schemas/index.ts'
import { startApi } from '../support/api.ts'
import { sharedCluster } from '../support/cluster/cluster.ts'
import { terraformVersions } from '../support/present.ts'
import type { Server } from '../support/terraform/example.ts'
import { describeLifecycle } from '../support/terraform/example-lifecycle.ts'

describe('the examples of the resources', () => {
  let server: Server
  before(async function () {
    const cluster = await sharedCluster(this)
    server = { cluster, api: await startApi({ kubeconfig: cluster.kubeconfig }) }
  })
  after(() => server?.api.stop())

  for (const version of terraformVersions) {
    const by = version === '1.11.4' ? 'key' : 'id'
    for (const { name } of offeredAs('resource'))
      describeLifecycle(`resources/${name}`, version, by, () => server)
  }
})

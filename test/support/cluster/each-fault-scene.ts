// The hooks of a file of fault tests.
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { sharedCluster } from './cluster.ts'
import { type FaultScene, startFaultScene } from './fault-scene.ts'

/** A scene of its own for each test of the file, on the shared cluster. */
export const eachFaultScene = (prefix: string, now?: () => Date) => {
  let cluster: Cluster
  let scene: FaultScene
  let count = 0
  before(async function () {
    cluster = await sharedCluster(this)
  })
  beforeEach(async () => {
    count += 1
    scene = await startFaultScene(cluster, `${prefix}${count}`, now)
  })
  afterEach(() => scene?.stop())
  return () => ({ ...scene, cluster })
}

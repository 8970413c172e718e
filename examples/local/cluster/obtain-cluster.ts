// A cluster to work with: the one the environment names, otherwise a control plane of our own.
import type { Cluster } from './cluster.ts'
import { type ControlPlaneOptions, startControlPlane } from './control-plane.ts'
import { existingCluster } from './existing-cluster.ts'

/** With USE_EXISTING_CLUSTER=true and KUBECONFIG it is the cluster of that file. */
export const obtainCluster = (options: ControlPlaneOptions): Promise<Cluster> => {
  if (process.env.USE_EXISTING_CLUSTER === 'true') return existingCluster(options.directory)
  return startControlPlane(options)
}

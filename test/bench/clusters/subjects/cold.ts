// From nothing to all objects on both clusters, and what the process keeps in memory then.
import { timed } from '../../measure.ts'
import type { Context } from '../context.ts'
import { rawObjects, writeRaw } from '../in-cluster/raw-writes.ts'
import { withControlPlanes } from '../in-cluster/with-control-planes.ts'
import type { Measured } from '../result.ts'

export const cold = async ({ site, organizations, fleet }: Context): Promise<Measured> => {
  const { cold } = await fleet()
  const objects = rawObjects(site.templates, organizations)
  // On clusters of their own, so that both begin with an empty one.
  const floor = await withControlPlanes(site.places.length, (clusters) =>
    timed(() => Promise.all(clusters.map((cluster) => writeRaw(cluster, objects)))),
  )
  return { cold: { ours: cold.ms, floor } }
}

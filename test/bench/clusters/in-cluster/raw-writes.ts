// What Polder writes for organizations, written raw: each object by one POST over keep-alive connections, ten at a time.
import type { Cluster } from '../../../../examples/local/cluster/cluster.ts'
import { atATime } from '../at-a-time.ts'
import { bareClient, type ClusterObject } from './bare-client.ts'
import { clusterPath } from './cluster-path.ts'

/** An object as it was written: without what the server added. `renamed` gives another name for its namespace. */
export const asWritten = (
  { metadata: { name, namespace, labels }, status: _, ...rest }: ClusterObject,
  renamed = (name: string) => name,
) =>
  ({
    ...rest,
    metadata: namespace ? { name, namespace: renamed(namespace), labels } : { name: renamed(name), labels },
  }) as ClusterObject

/** The objects of one organization as those of `count` others. */
export const rawObjects = (templates: readonly ClusterObject[], count: number) =>
  Array.from({ length: count }, (_, index) =>
    templates.map((it) => asWritten(it, () => `raw-${index}`)),
  ).flat()

export const writeRaw = async (cluster: Cluster, objects: ClusterObject[]) => {
  const bare = bareClient(cluster)
  const post = (it: ClusterObject) => bare.send('POST', clusterPath(it), it)
  await atATime(
    10,
    objects.filter(({ kind }) => kind === 'Namespace'),
    post,
  )
  await atATime(
    10,
    objects.filter(({ kind }) => kind !== 'Namespace'),
    post,
  )
  bare.close()
}

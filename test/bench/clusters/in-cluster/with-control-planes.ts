// Empty control planes for as long as something runs.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cluster } from '../../../../examples/local/cluster/cluster.ts'
import { startControlPlane } from '../../../../examples/local/cluster/control-plane.ts'

/** Starts so many control planes at once, and stops them when `use` is done. */
export const withControlPlanes = async <T>(count: number, use: (clusters: Cluster[]) => Promise<T>) => {
  const directory = await mkdtemp(join(tmpdir(), 'polder-bench-clusters-'))
  const start = (name: string) => startControlPlane({ directory: join(directory, name), name })
  const starts = await Promise.allSettled(Array.from({ length: count }, (_, at) => start(`cluster-${at}`)))
  const clusters = starts.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []))
  try {
    const failed = starts.find((it) => it.status === 'rejected')
    if (failed) throw failed.reason
    return await use(clusters)
  } finally {
    for (const cluster of clusters) await cluster.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

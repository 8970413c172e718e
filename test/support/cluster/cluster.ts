// The clusters of a test process: started when a test first asks, shared by all, gone with the process.
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { startControlPlane } from '../../../examples/local/cluster/control-plane.ts'
import { afterUs } from '../after-us.ts'
import { presentControlPlane } from '../present.ts'

const started = new Map<string, Promise<Cluster>>()

/** The cluster all tests share: make namespaces of your own in it. Pass the hook's `this`: see `cluster`. */
export const sharedCluster = (hook?: Mocha.Context) => cluster('first', hook)

/** Another one beside it, for what takes two. */
export const secondCluster = (hook?: Mocha.Context) => cluster('second', hook)

// Its start may take longer than a hook has: the one that asks first is given the time.
const cluster = (name: string, hook?: Mocha.Context): Promise<Cluster> => {
  hook?.timeout(300_000)
  if (!started.has(name)) started.set(name, start(name))
  return started.get(name)!
}

const start = async (name: string) => {
  await presentControlPlane()
  const directory = await mkdtemp(join(tmpdir(), `polder-cluster-${name}-`))
  // Its processes die with us too, and may write until they do.
  afterUs('until rm -rf "$1"; do sleep 0.1; done', directory)
  return startControlPlane({ directory, name })
}

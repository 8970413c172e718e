// The clusters of a test run: started when a test first asks, shared by all, gone when mocha is done.
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cluster } from '../../examples/local/cluster.ts'
import { startControlPlane } from '../../examples/local/control-plane.ts'
import { obtainCluster } from '../../examples/local/obtain-cluster.ts'

const started = new Map<string, Promise<Cluster>>()

/** The cluster all tests share: make namespaces of your own in it. Pass the hook's `this`: see `cluster`. */
export const sharedCluster = (hook?: Mocha.Context) => cluster('first', obtainCluster, hook)

/** Another one beside it, for what takes two. */
export const secondCluster = (hook?: Mocha.Context) => cluster('second', startControlPlane, hook)

// Its parts may have to be built, which takes minutes once: the hook that asks first is given the time.
const cluster = (name: string, start: typeof obtainCluster, hook?: Mocha.Context): Promise<Cluster> => {
  hook?.timeout(20 * 60_000)
  if (!started.has(name)) started.set(name, inDirectory(name, start))
  return started.get(name)!
}

const inDirectory = async (name: string, start: typeof obtainCluster) => {
  const directory = await mkdtemp(join(tmpdir(), `polder-cluster-${name}-`))
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }))
  return start({ directory, name })
}

after(async function () {
  this.timeout(60_000)
  const clusters = await Promise.allSettled(started.values())
  await Promise.all(clusters.map((one) => one.status === 'fulfilled' && one.value.stop()))
})

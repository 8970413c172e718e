// One of several processes of Polder on one database, whose way to its own cluster is a proxy of its own.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { startApiProcess, token } from '../../bench/api-process.ts'
import { asking } from '../api.ts'
import { startFaultyProxy } from './faulty-proxy.ts'

export type Replica = Awaited<ReturnType<typeof startReplica>>

/** Its cluster is the one of `built-in`, so that what it writes is in `proxy` and what others write is not. */
export const startReplica = async (cluster: Cluster, databaseUrl: string) => {
  const proxy = await startFaultyProxy(cluster)
  const directory = await mkdtemp(join(tmpdir(), 'polder-replica-'))
  const kubeconfig = join(directory, 'kubeconfig')
  const access = { server: proxy.server, 'certificate-authority-data': proxy.caData }
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'it',
    contexts: [{ name: 'it', context: { cluster: 'it', user: 'it' } }],
    clusters: [{ name: 'it', cluster: access }],
    users: [{ name: 'it', user: { token: cluster.adminToken } }],
  }
  await writeFile(kubeconfig, JSON.stringify(config), { mode: 0o600 })
  const process = await startApiProcess({
    DATABASE_URL: databaseUrl,
    POLDER_KUBECONFIG: kubeconfig,
    POLDER_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
  })
  return {
    proxy,
    process,
    request: asking(process.url, token),
    async stop() {
      await process.stop()
      await proxy.stop()
      await rm(directory, { recursive: true })
    },
  }
}

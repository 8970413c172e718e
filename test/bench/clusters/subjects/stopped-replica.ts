// A replica is stopped in the middle of its writes and goes on when another has taken over: it writes nothing any more.
import { setTimeout as sleep } from 'node:timers/promises'
import { startFaultyProxy } from '../../../support/cluster/faulty-proxy.ts'
import { until } from '../../../support/until.ts'
import type { Context } from '../context.ts'
import { startDeployment } from '../deployment/deployment.ts'
import { leasesIn } from '../deployment/leases-in.ts'
import { createOrganizations } from '../deployment/organizations.ts'
import { providerOn } from '../deployment/provider-on.ts'
import { recordWrites } from '../deployment/recorded-writes.ts'
import { restClient } from '../deployment/rest-client.ts'
import type { Measured } from '../result.ts'

const organizations = 100
const stoppedMs = 60_000
const watchedMs = 15_000
const provider = '/v1/workspace_providers/stopped'

export const stoppedReplica = async ({ site }: Context): Promise<Measured> => {
  const { cluster } = site.places[0]!
  const proxy = await startFaultyProxy(cluster)
  const deployment = await startDeployment()
  const { rest, add, first, stop } = deployment
  try {
    const names = await createOrganizations(rest, 0, organizations)
    const written = await recordWrites(deployment, ['placement', 'workspace_provider_status'])
    const reached = { ...proxy, adminToken: cluster.adminToken }
    await rest.send('POST', '/v1/workspace_providers', providerOn(reached, 'stopped', names))
    const isBusy = () => {
      if (proxy.writes().length < organizations) throw new Error('The replica has hardly begun.')
    }
    await until(isBusy, 60_000, 1)
    first().signal('SIGSTOP')
    const leases = leasesIn(deployment)
    const old = await leases.holders()
    const second = await add('second')
    // The time is the subject: the replica is away for longer than any lease.
    await sleep(stoppedMs)
    await leases.without(old)
    await restClient(() => second.url).reconciled(provider)
    const [from, since] = [proxy.calls.length, await written.last()]
    first().signal('SIGCONT')
    // The time is the subject: whatever the replica had in mind, it would do at once.
    await sleep(watchedMs)
    return {
      stoppedWrites: { ours: proxy.writes(from).length },
      stoppedStatus: { ours: await written.by('first', since) },
    }
  } finally {
    first().signal('SIGCONT')
    await stop()
    await proxy.stop()
  }
}

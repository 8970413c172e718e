// A change is written in one replica while another holds the cluster, with and without notifications.

import type { Context } from '../context.ts'
import { startDeployment } from '../deployment/deployment.ts'
import { leasesIn } from '../deployment/leases-in.ts'
import { createOrganizations } from '../deployment/organizations.ts'
import { providerOn } from '../deployment/provider-on.ts'
import { changeQuotas, createQuotas } from '../deployment/quota-changes.ts'
import { restClient } from '../deployment/rest-client.ts'
import { bareEdits } from '../in-cluster/bare-edits.ts'
import { quantile } from '../quantile.ts'
import type { Measured } from '../result.ts'

const name = 'across'
const [heard, unheard] = [200, 6]

export const acrossReplicas = async ({ site }: Context): Promise<Measured> => {
  const [place] = site.places
  const deployment = await startDeployment()
  const { rest, first, add, query, stop } = deployment
  const frozen: number[] = []
  // A listener whose server process stands still keeps its connection, and hears nothing.
  const freezeListeners = async () => {
    const told =
      "select pid from pg_stat_activity where pid <> pg_backend_pid() and query ~ 'listen|pg_notify'"
    for (const { pid } of await query<{ pid: number }>(told)) {
      process.kill(pid, 'SIGSTOP')
      frozen.push(pid)
    }
    if (frozen.length < 2) throw new Error('Not every replica listens.')
  }
  try {
    const names = await createOrganizations(rest, 0, 50)
    await rest.send('POST', '/v1/workspace_providers', providerOn(place!.cluster, name, names))
    await rest.reconciled(`/v1/workspace_providers/${name}`)
    const quotas = await createQuotas(rest, name, names)
    const leases = leasesIn(deployment)
    const ids = await leases.holders()
    const second = await add('second')
    // There is a lease on `built-in` too, so that each of the two has one.
    const isOfFirst = ids.includes(await leases.holderOf(name, 2))
    const other = restClient(() => (isOfFirst ? second : first()).url)
    const taken = await changeQuotas(other, place!, quotas, heard)
    const floor = await bareEdits(place!, heard)
    await freezeListeners()
    const late = await changeQuotas(other, place!, quotas, unheard)
    return {
      across99: { ours: quantile(taken, 0.99), floor: quantile(floor, 0.99) },
      acrossDeaf: { ours: Math.max(...late) },
    }
  } finally {
    for (const pid of frozen) process.kill(pid, 'SIGCONT')
    await stop()
  }
}

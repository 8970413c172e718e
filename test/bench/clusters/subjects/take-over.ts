// A replica ends: how long until another one holds its leases.
import { timed } from '../../measure.ts'
import type { Context } from '../context.ts'
import { startDeployment } from '../deployment/deployment.ts'
import { leasesIn } from '../deployment/leases-in.ts'
import { createOrganizations } from '../deployment/organizations.ts'
import { providerOn } from '../deployment/provider-on.ts'
import type { Measured } from '../result.ts'

const takeOverMs = async ({ site }: Context, name: string, signal: 'SIGKILL' | 'SIGTERM') => {
  const deployment = await startDeployment()
  const { rest, add, first, stop } = deployment
  try {
    const names = await createOrganizations(rest, 0, 5)
    await rest.send('POST', '/v1/workspace_providers', providerOn(site.places[0]!.cluster, name, names))
    await rest.reconciled(`/v1/workspace_providers/${name}`)
    const leases = leasesIn(deployment)
    const old = await leases.holders()
    await add('second')
    return await timed(async () => {
      first().signal(signal)
      await leases.without(old)
    })
  } finally {
    await stop()
  }
}

export const takeOver = async (context: Context): Promise<Measured> => ({
  killed: { ours: await takeOverMs(context, 'killed', 'SIGKILL') },
  terminated: { ours: await takeOverMs(context, 'terminated', 'SIGTERM') },
})

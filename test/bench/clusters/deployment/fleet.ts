// The fleet most rows are measured on: all organizations on a provider of each cluster, converged from nothing.
import { timed } from '../../measure.ts'
import { standing } from '../in-cluster/standing.ts'
import type { Site } from '../site.ts'
import { type Deployment, startDeployment } from './deployment.ts'
import { createOrganizations } from './organizations.ts'
import { providerOn } from './provider-on.ts'
import { processorMs } from './usage.ts'

export type Fleet = Deployment & {
  names: string[]
  /** The name of the provider on each of the site's clusters. */
  providers: string[]
  cold: { ms: number; processorMs: number }
}

/** `name` tells its namespaces from those of other fleets on the same clusters. */
export const startFleet = async (
  { places, templates }: Site,
  name: string,
  organizations: number,
): Promise<Fleet> => {
  const deployment = await startDeployment()
  const { rest } = deployment
  const { pid } = deployment.first()
  try {
    const names = await createOrganizations(rest, 0, organizations)
    const before = await Promise.all(places.map(({ bare }) => standing(bare, templates)))
    const used = processorMs(pid)
    const providers = places.map((_, at) => `${name}-${at}`)
    const register = async (provider: string, at: number) => {
      await rest.send('POST', '/v1/workspace_providers', providerOn(places[at]!.cluster, provider, names))
      await before[at]!.more(organizations)
    }
    const ms = await timed(() => Promise.all(providers.map(register)))
    for (const provider of providers) await rest.reconciled(`/v1/workspace_providers/${provider}`)
    return { ...deployment, names, providers, cold: { ms, processorMs: processorMs(pid) - used } }
  } catch (error) {
    await deployment.stop()
    throw error
  }
}

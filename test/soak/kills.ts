// Polder is killed at a write to a cluster: the next process completes what was begun, and harms nothing of others.
import { restClient } from '../bench/clusters/deployment/rest-client.ts'
import { until } from '../support/until.ts'
import { type ClusterSite, withClusterSite } from './cluster-site.ts'
import { foreignObjects } from './foreign-objects.ts'
import { type Declared, lostChanges } from './lost-changes.ts'
import type { Soaked } from './soaked.ts'
import { supervised } from './supervised.ts'

/** How many organizations each round makes; it deletes those of three rounds ago. */
const made = 4
const kept = 3

const startRounds = async (site: ClusterSite) => {
  const api = await supervised(site.environment('killed'))
  const rest = restClient(api.url)
  await site.register(rest, 2)
  const declared: Declared[] = []
  let interrupted = 0

  const declare = async (organization: string) => {
    const { id } = await rest.send('PUT', `/v1/organizations/${organization}`, {})
    for (const { name: provider } of site.providers) {
      await rest.send('PUT', `/v1/workspace_provider_allowlist_entries/${provider}/${organization}`, {})
      await rest.send('PUT', `/v1/org_quotas/${organization}/organization/${provider}`, {
        limits: { cpu: '3' },
      })
      declared.push({ organization, id, provider, cpu: '3' })
    }
  }
  const remove = async (organization: string) => {
    await rest.send('DELETE', `/v1/organizations/${organization}`)
    for (const it of declared) if (it.organization === organization) it.cpu = null
  }
  const written = () => site.proxies.reduce((sum, proxy) => sum + proxy.writes().length, 0)
  const reconciled = async () => {
    for (const { name } of site.providers) await rest.reconciled(`/v1/workspace_providers/${name}`, 120_000)
  }
  return {
    api,
    rest,
    declared,
    declare,
    reconciled,
    interrupted: () => interrupted,
    /** Kills at a write that is another one in each round. */
    async run(round: number) {
      const before = written()
      for (let at = 0; at < made; at += 1) await declare(`r-${round}-${at}`)
      for (let at = 0; at < made && round > kept; at += 1) await remove(`r-${round - kept}-${at}`)
      const wanted = (round * 7) % (made * 20)
      const reached = () => {
        if (written() - before < wanted)
          throw new Error(`${written() - before} of ${wanted} writes were sent.`)
      }
      await until(reached, 10_000, 1).then(
        () => (interrupted += 1),
        () => {},
      )
      const exits = api.exits.length
      api.kill()
      const isBack = async () => {
        if (api.exits.length === exits || !(await fetch(`${api.url()}/readyz`)).ok)
          throw new Error('It is away.')
      }
      await until(isBack, 60_000)
      await reconciled()
    },
  }
}

/** `rounds` kills. */
export const kills = (rounds: number): Promise<Soaked> =>
  withClusterSite(async (site) => {
    const it = await startRounds(site)
    try {
      await it.declare('stays')
      await it.reconciled()
      const foreign = await foreignObjects(site, it.declared[0]!.id)
      for (let round = 1; round <= rounds; round += 1) await it.run(round)
      const writes = await site.writesOfResync(it.rest)
      const lost = await lostChanges(it.declared, site.providers)
      const harmed = await foreign.harmed()
      return {
        counts: {
          'killed at a write': it.interrupted(),
          'lost changes': lost.length,
          'foreign objects that were changed': harmed.length,
          'writes of the next resync': writes.length,
        },
        broken: [...lost, ...harmed, ...writes.map((it) => `The next resync sent ${it}.`)],
      }
    } finally {
      await it.api.stop()
    }
  })

// Three replicas, twenty providers, and every 20 s one replica is killed while writers write: one holder, nothing lost.
import { setTimeout as sleep } from 'node:timers/promises'
import { recordWrites } from '../bench/clusters/deployment/recorded-writes.ts'
import { restClient } from '../bench/clusters/deployment/rest-client.ts'
import { withClusterSite } from './cluster-site.ts'
import { startClusterWriters } from './cluster-writers.ts'
import { brokenLeases } from './lease-history.ts'
import { lostChanges } from './lost-changes.ts'
import type { Soaked } from './soaked.ts'
import { type Supervised, supervised } from './supervised.ts'

const names = ['a', 'b', 'c']
const providers = 20
const writers = 6
const betweenKillsMs = 20_000

/** `rounds` kills. */
export const replicas = (rounds: number): Promise<Soaked> =>
  withClusterSite(async (site) => {
    const all: Supervised[] = []
    try {
      for (const name of names) all.push(await supervised(site.environment(name)))
      const rest = restClient(() => all[0]!.url())
      const written = await recordWrites(site, ['provider_lease', 'placement'])
      await site.register(rest, providers)
      const load = startClusterWriters(() => all.map(({ url }) => url()), site.providers, writers)
      for (let round = 0; round < rounds; round += 1) {
        // The time is the subject: it is how often a replica is killed.
        await sleep(betweenKillsMs)
        all[round % all.length]!.kill()
      }
      await load.stop()
      const writes = await site.writesOfResync(rest)
      const lost = await lostChanges(load.kept, site.providers)
      const history = await written.all()
      const leases = brokenLeases(history)
      const recorded = (table: string) => history.filter(({ relation }) => relation === table).length
      return {
        counts: {
          exits: all.reduce((sum, { exits }) => sum + exits.length, 0),
          acknowledged: load.acknowledged(),
          'organizations in clusters': load.kept.length,
          'changes of leases': recorded('provider_lease'),
          'changes of placements': recorded('placement'),
          'two holders, or writes of others': leases.length,
          'lost changes': lost.length,
          'writes of the next resync': writes.length,
        },
        broken: [...load.broken, ...leases, ...lost, ...writes.map((it) => `The next resync sent ${it}.`)],
      }
    } finally {
      for (const it of all) await it.stop()
    }
  })

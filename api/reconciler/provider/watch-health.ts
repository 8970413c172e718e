// What is said of the watches of a cluster: whether changes by others are seen at once.
import type { CacheHealth } from '../cluster/cache.ts'
import { type Finding, failing, good } from '../turn/conditions.ts'

export const watchHealth = (health: CacheHealth): Finding => {
  if (health.isHealthy) return good('WatchHealthy', 'Changes by others are seen at once.')
  const { resource, why } = health
  const what = `Changes by others of \`${resource}\` are seen late, because the watch fails`
  return failing('WatchHealthy', { reason: 'WatchFailing', message: `${what}: ${why}`, kind: 'transient' })
}

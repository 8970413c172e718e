// What a turn of a provider has to tell: that it is ready or no longer so, and what became of what no row explains.
import type { DesiredProvider, ProviderStatus } from '../../database/status/provider.ts'
import type { News } from '../tell.ts'
import { repairNews } from '../turn/repair.ts'
import type { ProviderResult } from './result.ts'

const readinessNews = (provider: DesiredProvider, result: ProviderResult, ready: boolean): News[] => {
  if (ready === provider.status.ready) return []
  const about = { provider, organization: null }
  const name = `Workspace provider \`${provider.name}\``
  if (ready) {
    const line = 'the workspace provider is ready'
    return [{ ...about, type: 'Normal', reason: 'Ready', message: `${name} is ready.`, line }]
  }
  const said = [...result.findings.values()].find(({ status }) => status === 'False')
  const why = said ? ` (${said.reason}): ${said.message}` : '.'
  const line = 'the workspace provider is not ready'
  return [{ ...about, type: 'Warning', reason: 'NotReady', message: `${name} is not ready${why}`, line }]
}

const orphanNews = (provider: DesiredProvider, { findings, orphans }: ProviderResult): News[] => {
  const removed = orphans.map(
    (organization): News => ({
      provider,
      organization,
      type: 'Normal',
      reason: 'OrphanRemoved',
      message: `Organization ${organization} is not on the allowlist. Polder has deleted what was left of the organization in the cluster.`,
      line: 'what no row explains was deleted in the cluster',
    }),
  )
  const said = findings.get('OrphansRemoved')
  const was = provider.status.conditions.find(({ type }) => type === 'OrphansRemoved')
  if (said?.status !== 'False' || (was?.status === 'False' && was.reason === said.reason)) return removed
  const { reason, message } = said
  const line = 'what no row explains stays in the cluster'
  return [...removed, { provider, organization: null, type: 'Warning', reason, message, line }]
}

/** `provider` is as it was before the turn. */
export const newsOf = (
  provider: DesiredProvider,
  result: ProviderResult,
  { ready }: ProviderStatus,
): News[] => [
  ...readinessNews(provider, result, ready),
  ...orphanNews(provider, result),
  ...result.repaired.map((it) => repairNews(provider, null, it)),
]

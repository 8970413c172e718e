// What is said of an organization while nothing may be changed in its cluster.
import type { Desired } from '../../database/status/desired.ts'
import type { DesiredProvider } from '../../database/status/provider.ts'
import type { Result } from './result.ts'

/** A pause of the provider pauses all its organizations; deletions wait as well. */
export const isPaused = (provider: DesiredProvider, { organization, owners }: Desired): boolean =>
  provider.paused === true ||
  Object.values(owners).some((rows) => rows.some((row) => row.id === organization && row.paused === true))

export const paused = (result: Result): Result => {
  const message = 'Reconciling is paused: set `paused` to false to go on.'
  result.standing = { type: 'Synced', status: 'Unknown', reason: 'Paused', message, kind: 'stalled' }
  return result
}

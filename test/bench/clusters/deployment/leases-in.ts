// Who holds the leases of the providers of a deployment, as its database tells.
import { until } from '../../../support/until.ts'
import type { Deployment } from './deployment.ts'

export const leasesIn = ({ query }: Deployment) => {
  const holders = async () =>
    (
      await query<{ holder: string | null }>(
        'select distinct holder from provider_lease where expires_at > now() order by holder',
      )
    ).map(({ holder }) => holder)
  return {
    holders,
    /** Who holds the lease on a provider, once each of so many processes holds one. */
    holderOf: (provider: string, processes: number) =>
      until(
        async () => {
          const now = await holders()
          if (now.length < processes) throw new Error(`${now.length} of ${processes} processes hold leases.`)
          const [row] = await query<{ holder: string }>(
            `select l.holder from provider_lease l join workspace_provider p on p.id = l.workspace_provider_id
             where p.name = $1`,
            [provider],
          )
          return row!.holder
        },
        60_000,
        100,
      ),
    /** Resolves when every lease is held, and none of them by `old`. */
    without: (old: (string | null)[], patienceMs = 60_000) =>
      until(
        async () => {
          const now = await holders()
          const free = await query('select from provider_lease where holder is null or expires_at <= now()')
          if (free.length > 0 || now.some((it) => old.includes(it)))
            throw new Error(`The leases are held by ${now.join(', ')}.`)
        },
        patienceMs,
        20,
      ),
  }
}

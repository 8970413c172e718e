// One quota is changed among all organizations, and among a hundred.

import type { Context } from '../context.ts'
import { type Fleet, startFleet } from '../deployment/fleet.ts'
import { changeQuotas, createQuotas } from '../deployment/quota-changes.ts'
import { bareEdits } from '../in-cluster/bare-edits.ts'
import { quantile } from '../quantile.ts'
import type { Measured } from '../result.ts'

const changes = 200
const few = 100

export const oneChange = async ({ site, organizations, proxied }: Context): Promise<Measured> => {
  const [place] = site.places
  const changed = async ({ rest, providers, names }: Fleet, ready = () => {}) => {
    const quotas = await createQuotas(rest, providers[0]!, names.slice(0, 50))
    ready()
    return changeQuotas(rest, place!, quotas, changes)
  }
  const small = await startFleet(site, 'small', few)
  const among100 = await changed(small)
  await small.stop()

  const fleet = await proxied()
  let count = fleet.way.counting()
  const taken = await changed(fleet, () => {
    count = fleet.way.counting()
  })
  const [requests, lists] = [count.requests(), count.lists()]
  const floor = await bareEdits(place!, changes)
  const row = (share: number) => ({ ours: quantile(taken, share), floor: quantile(floor, share) })
  return {
    change50: row(0.5),
    change99: row(0.99),
    changeRequests: { ours: requests / changes },
    changeLists: { ours: lists },
    ...(organizations > few && {
      changeSize: { ours: quantile(taken, 0.5), floor: quantile(among100, 0.5) },
    }),
  }
}

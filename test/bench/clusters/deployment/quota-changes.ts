// Changes of quotas by REST, each until the cluster has it.
import type { ClusterObject } from '../in-cluster/bare-client.ts'
import { openSightings } from '../in-cluster/sightings.ts'
import type { Place } from '../site.ts'
import type { RestClient } from './rest-client.ts'

type Hard = { hard?: Record<string, string> }
const cpuOf = (it?: ClusterObject) => (it?.spec as Hard | undefined)?.hard?.['requests.cpu']

/** Gives each of these organizations a quota on one provider, and waits until the cluster has them. */
export const createQuotas = async (rest: RestClient, provider: string, organizations: string[]) => {
  const quotas = organizations.map(async (organization) => {
    const { namespaces } = await rest.send('GET', `/v1/organizations/${organization}`)
    const path = `/v1/org_quotas/${organization}/organization/${provider}`
    const { id } = await rest.send('PUT', path, { limits: { cpu: '1' } })
    await rest.reconciled(`/v1/org_quotas/${id}`)
    return { id: id as string, namespace: namespaces[provider] as string }
  })
  return Promise.all(quotas)
}
type Quota = Awaited<ReturnType<typeof createQuotas>>[number]

let cpu = 1

/** Milliseconds from the request until a watch shows the change, of each of `count` changes, one after the other. */
export const changeQuotas = async (rest: RestClient, { bare }: Place, quotas: Quota[], count: number) => {
  const sightings = await openSightings(bare, '/api/v1/resourcequotas')
  const taken: number[] = []
  for (let change = 0; change < count; change += 1) {
    const { id, namespace } = quotas[change % quotas.length]!
    cpu += 1
    const limit = `${cpu}`
    const seen = sightings.sighting(`ResourceQuota/${namespace}/polder-quota`, (it) => cpuOf(it) === limit)
    const begun = performance.now()
    await rest.send('PATCH', `/v1/org_quotas/${id}`, { limits: { cpu: limit } })
    taken.push((await seen) - begun)
  }
  await sightings.stop()
  return taken
}

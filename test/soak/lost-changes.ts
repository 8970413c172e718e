// What writers were told is stored, and clusters do not hold.
import type { ClusterObject } from '../bench/clusters/in-cluster/bare-client.ts'
import type { SoakedProvider } from './cluster-site.ts'

/** `cpu` null: the organization is deleted, and with it its namespace. */
export type Declared = { organization: string; id: string; provider: string; cpu: string | null }
type Quota = ClusterObject & { spec: { hard?: Record<string, string> } }

/** Sentences; none when all is there. */
export const lostChanges = async (kept: readonly Declared[], providers: readonly SoakedProvider[]) => {
  const lost: string[] = []
  for (const { name, id, bare } of providers) {
    const listed = async (path: string): Promise<ClusterObject[]> => {
      const selector = encodeURIComponent(`polder.dev/provider=${id}`)
      return JSON.parse(await bare.send('GET', `${path}?labelSelector=${selector}`)).items
    }
    const quotas = await listed('/api/v1/resourcequotas')
    const namespaces = await listed('/api/v1/namespaces')
    for (const { organization, cpu, ...it } of kept.filter(({ provider }) => provider === name)) {
      const isOf = ({ metadata }: ClusterObject) =>
        (metadata.labels as Record<string, string>)['polder.dev/organization'] === it.id
      if (cpu === null && namespaces.some(isOf))
        lost.push(`${organization} is deleted, and its namespace in ${name} stands.`)
      if (cpu === null) continue
      const limits = quotas.filter(isOf).map(({ spec }) => (spec as Quota['spec']).hard?.['requests.cpu'])
      if (limits.length !== 1 || limits[0] !== cpu)
        lost.push(`${organization} in ${name} has the limits ${JSON.stringify(limits)}, and was told ${cpu}.`)
    }
  }
  return lost
}

// Somebody edits what Polder declared: the time from the edit's event to that of its repair.

import type { Context } from '../context.ts'
import type { Fleet } from '../deployment/fleet.ts'
import type { BareClient, ClusterObject } from '../in-cluster/bare-client.ts'
import { bareEdits } from '../in-cluster/bare-edits.ts'
import { openSightings, type Sightings } from '../in-cluster/sightings.ts'
import { quantile } from '../quantile.ts'
import type { Measured } from '../result.ts'

const edits = 200
const cutMs = 45_000

const networking = '/apis/networking.k8s.io/v1'
const alike = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

type Kind = { kind: string; name: string; base: string; plural: string; edited: object }
const kinds: Kind[] = [
  {
    kind: 'ResourceQuota',
    name: 'polder-quota',
    base: '/api/v1',
    plural: 'resourcequotas',
    edited: { hard: { pods: '7' } },
  },
  {
    kind: 'NetworkPolicy',
    name: 'polder-allow',
    base: networking,
    plural: 'networkpolicies',
    edited: { egress: [{}] },
  },
]

const repair = async (bare: BareClient, sightings: Sightings, namespace: string, it: Kind) => {
  const { kind, name, base, plural, edited } = it
  const path = `${base}/namespaces/${namespace}/${plural}/${name}`
  const key = `${kind}/${namespace}/${name}`
  const { spec } = JSON.parse(await bare.send('GET', path)) as ClusterObject
  const isAsBefore = (object?: ClusterObject) => alike(object?.spec, spec)
  let editedAt: number | undefined
  const isRepaired = sightings.sighting(key, (object) => {
    if (isAsBefore(object)) return editedAt !== undefined
    editedAt ??= performance.now()
    return false
  })
  await bare.send('PATCH', path, { spec: edited })
  return (await isRepaired) - editedAt!
}

/** Every edit meets an object of its own while there are enough of them. */
const repairs = async ({ site }: Context, { rest, names, providers }: Fleet, everyMs: number) => {
  const sightings = await Promise.all(
    site.places.map(({ bare }) =>
      openSightings(bare, '/api/v1/resourcequotas', `${networking}/networkpolicies`),
    ),
  )
  const taken: number[] = []
  for (let edit = 0; edit < edits; edit += 1) {
    const at = edit % providers.length
    const organization = names[Math.floor(edit / providers.length) % names.length]
    const { namespaces } = await rest.send('GET', `/v1/organizations/${organization}`)
    const it = kinds[Math.floor(edit / providers.length) % kinds.length]!
    taken.push(await repair(site.places[at]!.bare, sightings[at]!, namespaces[providers[at]!], it))
    // The time is the subject: edits are spread over several cuts.
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
  for (const it of sightings) await it.stop()
  return taken
}

export const drift = async (context: Context): Promise<Measured> => {
  const fleet = await context.proxied()
  const taken = await repairs(context, fleet, 0)
  const floor = await bareEdits(context.site.places[0]!, edits)
  const row = (share: number) => ({ ours: quantile(taken, share), floor: quantile(floor, share) })
  return { drift50: row(0.5), drift99: row(0.99) }
}

export const driftBehindCutter = async (context: Context): Promise<Measured> => {
  const fleet = await context.proxied()
  for (const { link, resetAll } of fleet.way.proxies) {
    link.cutWatchesMs = cutMs
    resetAll()
  }
  const taken = await repairs(context, fleet, 500)
  for (const { link } of fleet.way.proxies) link.cutWatchesMs = undefined
  return { driftCut99: { ours: quantile(taken, 0.99) } }
}

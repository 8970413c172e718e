// A scene for faults: two providers behind one faulty proxy, one of each namespace mode, and strangers beside them.
import { expect } from 'chai'
import { organizationLabel, tenancyLabels } from '../../../api/resources/objects/object.ts'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { until } from '../until.ts'
import { declaredOf } from './declared-of.ts'
import { startFaultyProxy } from './faulty-proxy.ts'
import { type Held, held, startReconciling } from './reconciling.ts'
import { plantStrangers } from './strangers.ts'

// What the first organizations take on two idle cores. Every bound is for those, and stretches as this does.
const undisturbedIdleMs = 600

const modes = ['shared', 'per_organization'] as const
const policies = '/apis/networking.k8s.io/v1/namespaces'

export type FaultScene = Awaited<ReturnType<typeof startFaultScene>>
type Organization = { id: string; name: string; entries: string[] }
type Noun = 'workspace_provider' | 'organization'
type Objects = Map<string, Held>
type Outage = {
  /** Whether somebody also narrows one policy and deletes another meanwhile, for which the cluster must answer. */
  drifts?: boolean
  begin: () => unknown
  end: () => unknown
  /** A condition of each provider, or of the organization that comes, and its words: `status reason: message`. */
  tells: [noun: Noun, type: string, words: RegExp]
  /** Milliseconds that the outage lasts at least. */
  lastsMs?: number
  /** From the end until all is well. */
  withinMs?: number
}

/** `prefix` begins the names of namespaces and organizations. Resolves when both providers hold two organizations. */
export const startFaultScene = async (cluster: Cluster, prefix: string, now?: () => Date) => {
  const polder = await startReconciling({}, now)
  const proxy = await startFaultyProxy(cluster)
  const provide = (mode: (typeof modes)[number]) =>
    polder.addProvider(
      { ...cluster, ...proxy },
      { namespace: `${prefix}-${mode.slice(0, 3)}`, namespace_mode: mode },
    )
  const providers = [await provide('shared'), await provide('per_organization')] as const
  const organizations: Organization[] = []

  const addOrganization = async () => {
    const name = `${prefix}-${organizations.length}`
    const id = await polder.addOrganization(name)
    const entries: string[] = []
    for (const provider of providers) entries.push(await polder.allow(provider, id))
    organizations.push({ id, name, entries })
  }
  const objects = async () => {
    const both = await Promise.all(providers.map((it) => held(cluster, polder.deployment, it)))
    return new Map(both.flatMap((it) => [...it])) as Objects
  }
  /** Every object of every organization is as those of the first were from the start. */
  const isWhole = async () => {
    const now = await objects()
    const broken = organizations.flatMap((it) => {
      const declared = declaredOf(now, it)
      const differing = whole.filter((text) => !declared.includes(text))
      const more = declared.length > whole.length ? ['more than it should have'] : []
      return [...differing, ...more].map((text) => `${it.name}: ${text.split(' {')[0]}`)
    })
    expect(broken).to.deep.equal([])
  }
  /** The policies of that name of an organization, in both providers. */
  const policiesOf = async (index: number, name: string) => {
    const label = organizations[index]!.id
    return [...(await objects())]
      .filter(
        ([key, { metadata }]) => key.endsWith(`-${name}`) && metadata.labels[organizationLabel] === label,
      )
      .map(([key, { metadata }]) => ({
        key,
        path: `${policies}/${metadata.namespace}/networkpolicies/${metadata.name}`,
      }))
  }
  let whole: string[] = []
  const began = performance.now()
  for (let i = 0; i < 2; i += 1) await addOrganization()
  for (const { entries } of organizations) for (const entry of entries) await polder.synced(entry)
  await polder.idle()
  const undisturbedMs = performance.now() - began
  const slowness = Math.max(1, undisturbedMs / undisturbedIdleMs)
  const within = (idleMs: number) => idleMs * slowness
  whole = declaredOf(await objects(), organizations[0]!)
  await isWhole()
  const strangers = await plantStrangers(
    cluster,
    prefix,
    tenancyLabels({ deployment: polder.deployment, provider: providers[0], organization: 'org_unknown' }),
  )

  /** Somebody narrows a policy in each provider; resolves with what must be written. */
  const narrow = async (index = 0, name = 'allow') => {
    const found = await policiesOf(index, name)
    for (const { path } of found) {
      const { body } = await cluster.request('GET', path)
      const spec = { ...body.spec, policyTypes: ['Ingress'] }
      const { status } = await cluster.request('PUT', path, { ...body, spec })
      expect(status).to.equal(200)
    }
    return found.map(({ key }) => key)
  }
  /** Somebody deletes a policy of the second organization in each provider. */
  const loosen = async () => {
    const found = await policiesOf(1, 'allow')
    for (const { path } of found) expect((await cluster.request('DELETE', path)).status).to.equal(200)
    return found.map(({ key }) => key)
  }
  /** Resolves when that condition of each provider, or of the last organization, has these words. */
  const tells = (noun: Noun, type: string, words: RegExp, withinMs = within(30_000)) =>
    until(async () => {
      for (const id of noun === 'organization' ? [organizations.at(-1)!.id] : providers) {
        const { status, reason, message } = await polder.condition(noun, id, type)
        expect(`${status} ${reason}: ${message}`).to.match(words)
      }
    }, withinMs)
  /** Resolves when everything stands and says so, which must be within `idleMs` on an idle machine, and nobody else was harmed. */
  const converged = async (idleMs: number) => {
    const withinMs = within(idleMs)
    const began = performance.now()
    await until(isWhole, withinMs, 20)
    const stands = performance.now() - began
    for (const provider of providers) await polder.ready(provider)
    for (const { entries } of organizations) for (const entry of entries) await polder.synced(entry)
    expect(performance.now() - began, `objects stood after ${Math.round(stands)} ms`).to.be.at.most(withinMs)
    await polder.idle()
    await strangers.areUnchanged()
  }
  /** What was written since `from`, each object as often as it was, deletions with `DELETE `. */
  const written = (from: number) =>
    proxy
      .writes(from)
      .map(({ method, object }) => (method === 'DELETE' ? `DELETE ${object}` : object))
      .toSorted()
  /** The objects of the organizations from the third on. */
  const added = async () => {
    const ids = organizations.slice(2).map(({ id }) => id)
    return [...(await objects())].flatMap(([key, { metadata }]) =>
      ids.includes(metadata.labels[organizationLabel]!) ? key : [],
    )
  }

  return {
    polder,
    proxy,
    providers,
    organizations,
    addOrganization,
    objects,
    policiesOf,
    narrow,
    loosen,
    tells,
    within,
    converged,
    strangers,
    written,
    added,
    /** An organization comes while it lasts, two policies drift, and what differed is written once. */
    async outlives({ drifts = true, begin, end, tells: words, lastsMs = 0, withinMs = 5_000 }: Outage) {
      const from = proxy.calls.length
      const began = performance.now()
      await begin()
      await addOrganization()
      const repaired = drifts ? [...(await narrow()), ...(await loosen())] : []
      await tells(...words)
      await until(() => expect(performance.now() - began).to.be.at.least(lastsMs), lastsMs + 1_000)
      await end()
      await converged(withinMs)
      expect(written(from)).to.deep.equal([...repaired, ...(await added())].toSorted())
    },
    /** The lists since `from`, as paths: of our kinds, not of what is looked for in a namespace that goes. */
    lists: (from: number) =>
      proxy.calls.slice(from).flatMap((it) => (it.query.has('labelSelector') && !it.isWatch ? it.path : [])),
    async stop() {
      await polder.stop()
      await proxy.stop()
    },
  }
}

// What events tell of a provider while things happen to a real cluster, each in the words of the log.
import { expect } from 'chai'
import type { Cluster } from '../../../../examples/local/cluster/cluster.ts'
import { sharedCluster } from '../../../support/cluster/cluster.ts'
import { serverError, where } from '../../../support/cluster/faults.ts'
import { startFaultyProxy } from '../../../support/cluster/faulty-proxy.ts'
import { meddlerWith } from '../../../support/cluster/meddler.ts'
import { type Reconciling, startReconciling } from '../../../support/cluster/reconciling.ts'
import { until } from '../../../support/until.ts'

const entries = 'workspace_provider_allowlist_entry'

describe('S38 the events of a provider', () => {
  let cluster: Cluster
  let polder: Reconciling
  let proxy: Awaited<ReturnType<typeof startFaultyProxy>>
  let name: string
  let count = 0

  before(async function () {
    cluster = await sharedCluster(this)
    polder = await startReconciling()
  })
  after(() => polder?.stop())
  beforeEach(async () => {
    count += 1
    name = `told${count}`
    proxy = await startFaultyProxy(cluster)
  })
  afterEach(async () => {
    await polder.idle()
    const said = JSON.stringify([polder.logged, await polder.database.query('select * from event')])
    expect(said).not.to.contain(cluster.adminToken)
    await proxy.stop()
  })

  const provide = async (values: Record<string, unknown> = {}) => {
    const provider = await polder.addProvider({ ...cluster, ...proxy }, { namespace: name, ...values })
    await polder.ready(provider)
    return provider
  }
  const provideFor = async (organizations: number, values: Record<string, unknown> = {}) => {
    const provider = await provide(values)
    const all: { organization: string; entry: string; namespace: string }[] = []
    for (let i = 0; i < organizations; i += 1) {
      const organization = await polder.addOrganization(`${name}-${i}`)
      const entry = await polder.allow(provider, organization)
      const { namespace } = await polder.synced(entry)
      all.push({ organization, entry, namespace })
    }
    await polder.idle()
    return { provider, all }
  }
  /** Those of one reason, each of which the log tells in the same words, as often as the event counts. */
  const events = async (provider: string, reason: string) => {
    const all = (await polder.events(provider)).filter((it) => it.reason === reason)
    for (const { message, count, type } of all) {
      const lines = polder.logged.filter(({ facts }) => {
        const said = facts as { message?: string; provider?: string }
        return said.message === message && said.provider === name
      })
      expect(lines, message).to.have.length(count)
      for (const { level } of lines) expect(level).to.equal(type === 'Warning' ? 'warn' : 'info')
    }
    return all.map((it) => ({
      organization: it.organization_id,
      type: it.type,
      message: it.message,
      count: it.count,
    }))
  }
  const told = (provider: string, reason: string, expected: object[], withinMs = 15_000) =>
    until(async () => {
      const found = await events(provider, reason)
      expect(found).to.have.length(expected.length)
      for (const [index, it] of expected.entries()) expect(found[index]).to.deep.include(it)
    }, withinMs)
  const words = async (provider: string, reason: string) => (await events(provider, reason))[0]!.message

  it('WP-15 tell that its lease was taken, that it is ready, that it is not and why, and that it is ready again', async () => {
    const provider = await provide()
    const lease = { organization: null, type: 'Normal', count: 1 }
    await told(provider, 'LeaseTaken', [lease])
    const ready = { organization: null, type: 'Normal', message: `Workspace provider \`${name}\` is ready.` }
    await told(provider, 'Ready', [{ ...ready, count: 1 }])
    proxy.isRefusing = true
    proxy.resetAll()
    await told(provider, 'NotReady', [{ organization: null, type: 'Warning', count: 1 }])
    expect(await words(provider, 'NotReady')).to.match(
      /^Workspace provider `told\d+` is not ready \(HostUnreachable\): 127\.0\.0\.1:\d+ cannot be reached/,
    )
    proxy.isRefusing = false
    await told(provider, 'Ready', [{ ...ready, count: 2 }])
    await polder.restart()
    await told(provider, 'LeaseTaken', [lease, lease])
  }).timeout(60_000)

  it('WP-14 tell the failure of an organization once, however often it is tried, and its recovery once', async () => {
    const provider = await provide()
    const organization = await polder.addOrganization(name)
    proxy.fault = where(({ isWrite, path }) => isWrite && path.endsWith('/networkpolicies'), serverError)
    const entry = await polder.allow(provider, organization)
    await told(provider, 'ServerError', [{ organization, type: 'Warning', count: 1 }])
    const tries = () => proxy.calls.filter(({ status }) => status === 500).length
    const before = tries()
    await until(() => expect(tries()).to.be.above(before + 2), 20_000)
    expect(await words(provider, 'ServerError')).to.match(
      new RegExp(`^The organization \`${name}\`: 127\\.0\\.0\\.1:\\d+ answered 500`),
    )
    await told(provider, 'ServerError', [{ organization, count: 1 }])
    proxy.fault = undefined
    await polder.synced(entry)
    const message = `The organization \`${name}\` is in the cluster as declared again.`
    await told(provider, 'Synced', [{ organization, type: 'Normal', message, count: 1 }])
  }).timeout(60_000)

  it('WP-14 count each repair of an object under the one who changed it, and tell of a contest', async () => {
    const { provider, all } = await provideFor(1)
    const { organization } = all[0]!
    const meddler = await meddlerWith(cluster, polder, provider, organization)
    for (const times of [1, 2]) {
      await meddler.narrow()
      const message = `\`meddler\` had changed ${meddler.key}. Polder has made the object as declared again.`
      await told(provider, 'DriftRepaired', [{ organization, type: 'Normal', message, count: times }])
    }
    await until(
      async () => {
        await meddler.narrow()
        expect(await events(provider, 'Contested')).to.have.length(1)
      },
      15_000,
      20,
    )
    expect(await words(provider, 'Contested')).to.contain(`\`meddler\` has changed ${meddler.key}`)
    await told(provider, 'Contested', [{ organization, type: 'Warning', count: 1 }])
  }).timeout(40_000)

  it('WP-18 tell which namespace is kept, and what keeps it', async () => {
    const { provider, all } = await provideFor(1, { namespace_mode: 'per_organization' })
    const { organization, entry, namespace } = all[0]!
    const theirs = `/api/v1/namespaces/${namespace}/configmaps`
    expect((await cluster.request('POST', theirs, { metadata: { name: 'theirs' } })).status).to.equal(201)
    await polder.remove(entries, entry)
    await told(provider, 'NamespaceInUse', [{ organization, type: 'Warning', count: 1 }])
    expect(await words(provider, 'NamespaceInUse')).to.contain(
      `Namespace ${namespace} is kept: ConfigMap \`theirs\``,
    )
    await cluster.request('DELETE', `${theirs}/theirs`)
    await polder.gone(entries, entry)
    await told(provider, 'NamespaceInUse', [{ organization, count: 1 }])
    await told(provider, 'Deleting', [{ organization, type: 'Normal', count: 1 }])
  }).timeout(70_000)

  it('S13 tell which organization was tidied up after, and that there were too many', async () => {
    const { provider, all } = await provideFor(6)
    const lose = async (lost: typeof all) => {
      const ids = lost.map(({ entry }) => entry)
      await polder.database.run(`delete from ${entries} where id = any($1)`, [ids])
      // As after a database was set back: the cluster is listed anew.
      await polder.restart()
    }
    await lose(all.slice(0, 1))
    const [{ organization }] = all as [(typeof all)[number]]
    await told(provider, 'OrphanRemoved', [{ organization, type: 'Normal', count: 1 }])
    await lose(all.slice(1, 4))
    await told(provider, 'TooManyDeletions', [{ organization: null, type: 'Warning', count: 1 }])
    expect(await words(provider, 'TooManyDeletions')).to.contain('3 of 5 organizations')
  }).timeout(40_000)

  it('WP-20 tell what was left behind where Polder gave up on a cluster', async () => {
    const { provider, all } = await provideFor(1)
    const { organization, entry } = all[0]!
    proxy.isRefusing = true
    proxy.resetAll()
    await told(provider, 'NotReady', [{ count: 1 }])
    await polder.remove(entries, entry, true)
    await polder.gone(entries, entry)
    await told(provider, 'GaveUp', [{ organization, type: 'Warning', count: 1 }])
    expect(await words(provider, 'GaveUp')).to.equal(
      `Polder gave up on the cluster for organization \`${name}-0\`: what is in namespace ${name} was left behind.`,
    )
  }).timeout(40_000)
})

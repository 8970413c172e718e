// Processes of Polder, and their database, that stop, freeze and die while they reconcile a real cluster.
import { expect } from 'chai'
import { organizationLabel } from '../../../../api/resources/objects/object.ts'
import type { Cluster } from '../../../../examples/local/cluster/cluster.ts'
import { sharedCluster } from '../../../support/cluster/cluster.ts'
import { othersIn } from '../../../support/cluster/others-in.ts'
import { held } from '../../../support/cluster/reconciling.ts'
import { type Replica, startReplica } from '../../../support/cluster/replica.ts'
import { ownServer, testDatabase } from '../../../support/database/database.ts'
import { restartServer } from '../../../support/database/restart-server.ts'
import { until } from '../../../support/until.ts'

// What the start of a process takes on two idle cores. Every bound is for those, and stretches as this does.
const startIdleMs = 1_500

const names = ['one', 'two', 'three', 'four']

describe('a process that ends in the middle of its work', function () {
  this.timeout(120_000)
  let cluster: Cluster
  let databaseUrl: string
  const replicas: Replica[] = []
  const closing: (() => Promise<unknown>)[] = []
  let slowness = 1
  const within = (idleMs: number) => idleMs * slowness

  before(async function () {
    cluster = await sharedCluster(this)
  })
  beforeEach(async () => {
    const database = await testDatabase()
    closing.push(database.close)
    databaseUrl = database.config.databaseUrl!
  })
  afterEach(async () => {
    for (const it of replicas.splice(0)) await it.stop()
    for (const close of closing.splice(0)) await close()
  })

  const start = async () => {
    const began = performance.now()
    const replica = await startReplica(cluster, databaseUrl)
    slowness = Math.max(slowness, (performance.now() - began) / startIdleMs)
    replicas.push(replica)
    return replica
  }
  const isReady = ({ request }: Replica, withinMs = within(10_000)) =>
    until(async () => {
      const { body } = await request('GET', '/v1/workspace_providers/built-in')
      expect(body.status.state, body.status.error).to.equal('ready')
    }, withinMs)
  const startReady = async () => {
    const replica = await start()
    await isReady(replica)
    return replica
  }
  const create = ({ request }: Replica, all: string[]) =>
    Promise.all(
      all.map(async (name) => {
        const { status, body } = await request('POST', '/v1/organizations', { name })
        expect(status, JSON.stringify(body)).to.equal(201)
      }),
    )
  /** What the cluster holds of the organizations of that name, once every one says that it is reconciled. */
  const reconciled = async ({ request }: Replica, all: string[], withinMs: number) => {
    const read = async (path: string) => (await request('GET', `/v1/${path}`)).body
    const ids = await until(
      () =>
        Promise.all(
          all.map(async (name) => {
            const { id, reconciled, conditions } = await read(`organizations/${name}`)
            expect(reconciled, JSON.stringify(conditions)).to.equal(true)
            return id
          }),
        ),
      withinMs,
    )
    const { uid } = await read('deployments/deployment')
    const objects = await held(cluster, uid, (await read('workspace_providers/built-in')).id)
    const mine = [...objects].filter(([, { metadata }]) => ids.includes(metadata.labels[organizationLabel]))
    expect(mine.length).to.be.at.least(all.length * 8)
    return mine
  }
  const keys = (objects: [string, unknown][]) => objects.map(([key]) => key).toSorted()
  const written = (...from: Replica[]) =>
    from.flatMap(({ proxy }) => proxy.writes().map(({ object }) => object)).toSorted()
  const inTheMiddle = ({ proxy }: Replica) =>
    until(() => expect(proxy.writes().length).to.be.at.least(5), 30_000, 1)

  it('WP-14 kill -9 leaves what the next process finishes within 22 s, and nothing is made twice', async () => {
    const first = await startReady()
    first.proxy.link = { latencyMs: 30 }
    await create(first, names)
    await inTheMiddle(first)
    first.process.signal('SIGKILL')
    const began = performance.now()
    const second = await start()
    const objects = await reconciled(second, names, 30_000)
    expect(performance.now() - began).to.be.at.most(27_000)
    const all = written(first, second)
    // What was on its way when the process died may have arrived, although nobody was told so.
    const sent = [first, second].flatMap(({ proxy }) =>
      proxy.calls.filter((it) => it.isWrite && it.isForwarded),
    )
    expect(sent.map(({ object }) => object)).to.include.members(keys(objects))
    const twice = all.filter((it, index) => it === all[index - 1])
    expect(twice.length).to.be.at.most(8)
    expect(twice.filter((it) => it.startsWith('namespaces/'))).to.deep.equal([])
    await untouchedByNow(second, objects)
  })

  it('WP-14 a restart of PostgreSQL loses and repeats nothing: all is in the cluster within five seconds, each object written once', async () => {
    const { embedded, directory } = await ownServer()
    closing.push(() => embedded.stop())
    const { host, user, database } = embedded
    databaseUrl = `postgres://${user}@/${database}?host=${encodeURIComponent(host)}`
    const only = await startReady()
    only.proxy.link = { latencyMs: 30 }
    const before = only.proxy.calls.length
    await create(only, names)
    await inTheMiddle(only)
    await restartServer(directory, 'SIGINT')
    await isReady(only, within(5_000))
    const objects = await reconciled(only, names, within(5_000))
    const all = only.proxy.writes(before).map(({ object }) => object)
    expect(all.filter((it) => keys(objects).includes(it)).toSorted()).to.deep.equal(keys(objects))
    await untouchedByNow(only, objects)
  })

  it('WP-14 SIGSTOP of the process that works makes another one work within 22 s, and SIGCONT makes nothing written', async () => {
    const first = await startReady()
    await create(first, names.slice(0, 2))
    const standing = await reconciled(first, names.slice(0, 2), within(10_000))
    const second = await start()
    const policy = standing.find(([key]) => key.endsWith('/polder-allow'))!
    const path = `/apis/networking.k8s.io/v1/namespaces/${policy[1].metadata.namespace}/networkpolicies/polder-allow`
    const narrow = () =>
      othersIn(() => cluster).change(path, { spec: { podSelector: {}, policyTypes: ['Ingress'] } })
    const repaired = (times: number) =>
      until(() => {
        const repairs = written(second).filter((it) => it === policy[0])
        expect(repairs.length).to.equal(times)
      }, 25_000)

    first.process.signal('SIGSTOP')
    try {
      const mark = first.proxy.calls.length
      await create(second, names.slice(2))
      await narrow()
      await repaired(1)
      const more = await reconciled(second, names.slice(2), within(5_000))
      await narrow()
      first.process.signal('SIGCONT')
      await repaired(2)
      // The old holder learns at once that it is none: it lets go of the cluster.
      await until(() => expect(first.proxy.watched()).to.deep.equal([]), within(5_000))
      expect(first.proxy.writes(mark)).to.deep.equal([])
      expect(written(second)).to.deep.equal([...keys(more), policy[0], policy[0]].toSorted())
    } finally {
      first.process.signal('SIGCONT')
    }
  })

  /** A change that reaches the cluster writes no more than it must. */
  const untouchedByNow = async (
    replica: Replica,
    objects: [string, { metadata: { resourceVersion: string } }][],
  ) => {
    const versions = (all: typeof objects) => all.map(([key, it]) => `${key} ${it.metadata.resourceVersion}`)
    await create(replica, ['later'])
    await reconciled(replica, ['later'], within(10_000))
    expect(versions(await reconciled(replica, names, within(1_000)))).to.deep.equal(versions(objects))
  }
})

// Thousands of writers of one row: they are served or told that it is busy, and nobody else is kept waiting.
import { expect } from 'chai'
import { type Api, startApi } from '../support/api.ts'
import { until } from '../support/until.ts'

const crowd = 2000
/** On a slow machine the row is held so long that some are told of that. */
const busy =
  /^(Too many requests write to organization `busy` at the moment|Another transaction keeps .* locked)\. Nothing was changed\. Send the request again\.$/

describe('a row that everybody writes', function () {
  this.timeout(120_000)
  let api: Api
  before(async () => {
    api = await startApi({ rateLimit: 0 })
    for (const name of ['busy', 'quiet']) await api.create('organizations', { name })
  })
  after(() => api.stop())

  let round = 0
  type Answer = Awaited<ReturnType<Api['request']>>

  /** Somebody else's transaction, which holds the row of `busy` until it is told to let go. */
  const holdRow = async () => {
    const stranger = await api.database.connect()
    await stranger.query('begin')
    await stranger.query("select from organization where name = 'busy' for update")
    return async () => {
      await stranger.query('rollback')
      await stranger.end()
    }
  }

  /** What others ask meanwhile, several times one after the other: the statuses of the answers. */
  const others = async () => {
    round += 1
    const asks: ((time: string) => Promise<Answer>)[] = [
      () => api.request('GET', '/readyz'),
      () => api.request('GET', '/v1/organizations/quiet'),
      (time) => api.request('PATCH', '/v1/organizations/quiet', { description: time }),
      (time) => api.request('PUT', `/v1/users/user-${time}`, {}),
    ]
    const times = (ask: (time: string) => Promise<Answer>) =>
      [...Array(5).keys()].reduce<Promise<number[]>>(
        async (before, time) => [...(await before), (await ask(`${round}-${time}`)).status],
        Promise.resolve([]),
      )
    return Promise.all(asks.map(times))
  }

  /** `write` is sent by everybody at once, while the row is held; answers how many were served. */
  const crowdedBy = async (write: (number: number) => Promise<Answer>) => {
    const letGo = await holdRow()
    const writes = Promise.all([...Array(crowd).keys()].map(write))
    await until(async () => {
      const waiting = "select from pg_stat_activity where wait_event_type = 'Lock'"
      expect(await api.database.run(waiting)).to.be.above(0)
    })
    expect(await others()).to.deep.equal([200, 200, 200, 201].map((status) => Array(5).fill(status)))
    await letGo()
    const answers = await writes
    const served = answers.filter(({ status }) => status < 300)
    for (const { status, headers, body } of answers.filter((it) => !served.includes(it))) {
      expect({ status, code: body.code }).to.deep.equal({ status: 503, code: 'busy' })
      expect(body.detail).to.match(busy)
      expect(headers.get('retry-after')).to.equal('1')
    }
    expect((await api.request('PATCH', '/v1/organizations/busy', { icon: null })).status).to.equal(200)
    return served.length
  }

  it('503 busy or 200 to each of 2,000 changes of one organization, while other rows and /readyz are served as ever', async () => {
    const { generation } = await api.read('organizations/busy')
    const served = await crowdedBy((number) =>
      api.request('PATCH', '/v1/organizations/busy', { description: `${number}` }),
    )
    expect((await api.read('organizations/busy')).generation).to.equal(generation + served)
  })

  it('503 busy or 201 to each of 2,000 creates inside one organization, which wait for its row', async () => {
    const served = await crowdedBy((number) =>
      api.request('POST', '/v1/custom_roles', {
        organization: 'busy',
        name: `role-${number}`,
        permissions: [{ resource: 'workspace', action: 'read', scope: 'all' }],
      }),
    )
    const [stored] = await api.database.query<{ count: number }>(
      'select count(*)::int as count from custom_role',
    )
    expect(stored!.count).to.equal(served)
  })

  it('200 to each of a few dozen writers, however soon the turn of each comes', async () => {
    for (const size of [5, 6, 8, 12, 24, 48, 96, 48, 24, 12, 8, 6, 5]) {
      const change = (number: number) =>
        api.request('PATCH', '/v1/organizations/busy', { description: `${size} ${number}` })
      const answers = await Promise.all([...Array(size).keys()].map(change))
      expect(answers.map(({ status }) => status)).to.deep.equal(Array(size).fill(200))
    }
  })

  it('503 busy within seconds to whoever writes a row that a stranger to Polder holds locked; the next row is served', async () => {
    const letGo = await holdRow()
    const change = (name: string) => api.request('PATCH', `/v1/organizations/${name}`, { labels: { a: 'b' } })
    const held = Promise.all([...Array(10).keys()].map(() => change('busy')))
    expect((await change('quiet')).status).to.equal(200)
    const details = (await held).map(({ status, headers, body }) => {
      expect({ status, code: body.code }).to.deep.equal({ status: 503, code: 'busy' })
      expect(headers.get('retry-after')).to.equal('1')
      return body.detail
    })
    await letGo()
    expect(details.toSorted().slice(0, 4)).to.deep.equal(
      Array(4).fill(
        'Another transaction keeps the organization, or an object that it refers to, locked. Nothing was changed. Send the request again.',
      ),
    )
    expect((await change('busy')).status).to.equal(200)
  })
})

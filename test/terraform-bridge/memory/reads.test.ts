// How many requests it takes to read many objects, against a real API.
import { expect } from 'chai'
import { resourceNamed } from '../../../schemas/index.ts'
import { createClient } from '../../../terraform-bridge/client.ts'
import { createReads } from '../../../terraform-bridge/memory/reads.ts'
import { type Api, startApi } from '../../support/api.ts'
import { countingProxy } from '../../support/counting-proxy.ts'

const user = resourceNamed('user')

describe('reads of many objects', function () {
  this.timeout(60_000)
  let api: Api
  let proxy: Awaited<ReturnType<typeof countingProxy>>
  let ids: string[]
  const open = () => createReads(createClient({ url: proxy.url, token: api.token, userAgent: 'test' }))
  before(async () => {
    api = await startApi()
    proxy = await countingProxy(api.url)
    ids = []
    for (let batch = 0; batch < 1000; batch += 50) {
      const names = Array.from({ length: 50 }, (_, at) => `user-${batch + at}`)
      const made = await Promise.all(names.map((username) => api.create('users', { username })))
      ids.push(...made.map(({ id }) => id as string))
    }
  })
  beforeEach(() => proxy.take())
  after(async () => {
    await proxy?.stop()
    await api?.stop()
  })

  /** As core does: ten at a time. */
  const tenAtATime = async (reads: ReturnType<typeof open>) => {
    const left = [...ids]
    const names: unknown[] = []
    const worker = async () => {
      for (let id = left.pop(); id; id = left.pop()) names.push((await reads.read(user, id, {}))?.username)
    }
    await Promise.all(Array.from({ length: 10 }, worker))
    return names
  }

  it('TF-07 S24 1,000 of 1,000 cost at most 20', async () => {
    const names = await tenAtATime(open())
    expect(new Set(names).size).to.equal(1000)
    expect(names).to.not.include(undefined)
    expect(proxy.take()).to.have.length.within(2, 20)
  })

  it('S24 one of many costs one', async () => {
    expect(await open().read(user, ids[7]!, {})).to.include({ id: ids[7] })
    expect(proxy.take()).to.deep.equal([`GET /v1/users/${ids[7]}`])
  })

  it('S24 an object is gone only when its own read says so', async () => {
    const reads = open()
    const [there, gone] = await Promise.all([
      reads.read(user, ids[0]!, {}),
      reads.read(user, 'usr_goneaaaaaaaaaaaa', {}),
    ])
    expect(there).to.include({ id: ids[0] })
    expect(gone).to.equal(null)
    expect(proxy.take()).to.include('GET /v1/users/usr_goneaaaaaaaaaaaa')
  })

  it('S24 nothing is remembered once the process writes', async () => {
    const reads = open()
    await tenAtATime(reads)
    reads.stopCaching()
    proxy.take()
    await api.database.query(`update "user" set suspended = true where id = '${ids[3]}'`)
    expect(await reads.read(user, ids[3]!, {})).to.include({ suspended: true })
    expect(proxy.take()).to.have.length(1)
  })

  it('a read that fails fails alone', async () => {
    const reads = open()
    await proxy.stop()
    const reason = await reads.read(user, ids[0]!, {}).catch((it: Error) => it)
    expect(reason).to.be.instanceOf(Error)
    proxy = await countingProxy(api.url)
  })
})

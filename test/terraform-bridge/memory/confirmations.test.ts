// Which creates a process of the provider confirms, when, and with how many requests, against a real API.
import { expect } from 'chai'
import { createConfirmations } from '../../../terraform-bridge/memory/confirmations.ts'
import { connected } from '../../../terraform-bridge/memory/session.ts'
import { privateIn } from '../../../terraform-bridge/values/private-state.ts'
import { type Api, startApi } from '../../support/api.ts'
import { countingProxy } from '../../support/counting-proxy.ts'
import { startRpcs } from '../../support/terraform/rpcs.ts'

const one = 'POST /v1/confirmations'
const enough = 10_000

describe('S9 confirmations of creates', function () {
  this.timeout(30_000)
  let api: Api
  let proxy: Awaited<ReturnType<typeof countingProxy>>
  before(async () => {
    api = await startApi()
    proxy = await countingProxy(api.url)
  })
  beforeEach(() => proxy.take())
  after(async () => {
    await proxy?.stop()
    await api?.stop()
  })

  const start = () => startRpcs({ url: proxy.url, token: api.token })
  const confirmationsIn = (requests: string[]) => requests.filter((it) => it === one).length
  const receipts = async (username: string) =>
    (
      await api.database.query(
        `select from "user" where receipt_user is not null and username like '${username}%'`,
      )
    ).length

  it('are sent once by a process for what a read has found in the state, and an import or a PUT needs none', async () => {
    const made = await start().apply('polder_user', { username: 'one' })
    await api.create('workspace_providers', { name: 'far', namespace: 'far' })
    const entry = { workspace_provider: 'far', organization: 'default' }
    const put = await start().apply('polder_workspace_provider_allowlist_entry', entry)
    expect([made, put].map((it) => privateIn(it.private).created)).to.deep.equal([true, undefined])
    const { read, session, import: imported } = start()
    const first = await read('polder_user', made)
    await read('polder_workspace_provider_allowlist_entry', put)
    await read('polder_user', await imported('polder_user', 'one'))
    expect(privateIn(Buffer.from(first.private))).to.deep.equal(privateIn(made.private))
    proxy.take()
    await connected(session).confirmations.end(enough)
    expect(proxy.take()).to.deep.equal([one])
    expect(await receipts('one')).to.equal(0)

    const next = start()
    await next.read('polder_user', { state: first.state, private: Buffer.from(first.private) })
    await connected(next.session).confirmations.end(enough)
    expect(confirmationsIn(proxy.take())).to.equal(1)
  })

  it('may come days later: a create whose state was lost finds its object again until then', async () => {
    const made = await start().apply('polder_user', { username: 'late' })
    await api.database.run(
      `update "user" set receipt_expires_at = receipt_expires_at - interval '3 days' where username = 'late'`,
    )
    await api.database.run("update idempotency_key set created_at = now() - interval '3 days'")
    const again = await start().apply('polder_user', { username: 'late' })
    expect(again.said).to.equal('')
    expect(again.state).to.deep.equal(made.state)
  })

  it('are kept to be sent by the next read when an update comes between', async () => {
    const rpcs = start()
    const made = await rpcs.apply('polder_user', { username: 'updated' })
    const after = await rpcs.apply('polder_user', { username: 'updated', name: 'Up' }, made)
    expect(privateIn(after.private).created).to.equal(true)
  })

  it('of 1,200 objects are three requests, of which none is waited for before the end', async () => {
    const ids: string[] = []
    for (let at = 0; at < 20; at += 1)
      ids.push((await api.create('users', { username: `many-${at}` })).id as string)
    const confirmations = createConfirmations(start().client)
    const others = Array.from({ length: 1180 }, (_, at) => `usr_${String(at).padStart(16, '0')}`)
    for (const id of [...others, ...ids]) confirmations.add(id)
    await confirmations.end(enough)
    expect(proxy.take()).to.deep.equal([one, one, one])
    expect(await receipts('many-')).to.equal(0)
  })

  it('are none where nothing was created', async () => {
    await createConfirmations(start().client).end(enough)
    expect(proxy.take()).to.deep.equal([])
  })

  it('fail without a word, and hold up no end', async () => {
    const failing = createConfirmations({ confirm: () => Promise.reject(new Error('it broke')) })
    failing.add('usr_aaaaaaaaaaaaaaaa')
    await failing.end(enough)
    const silent = createConfirmations({ confirm: () => new Promise(() => {}) })
    silent.add('usr_aaaaaaaaaaaaaaaa')
    await silent.end(1)
  })
})

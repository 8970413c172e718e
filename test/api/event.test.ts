// The noun event: who reads it, in which order, how it is counted, and how long it is kept.
import { expect } from 'chai'
import { type ProviderEvent, recordEvents, trimEvents } from '../../api/database/status/events.ts'
import { type Api, type Body, startApi } from '../support/api.ts'
import { refused } from '../support/refusal.ts'

const never = () => 1
const always = () => 0

describe('event', () => {
  let api: Api
  let provider: string
  let organization: string
  beforeEach(async () => {
    api = await startApi()
    provider = (await api.read('workspace_providers/built-in')).id
    organization = (await api.read('organizations/default')).id
  })
  afterEach(() => api.stop())

  const contested = (more: Partial<ProviderEvent> = {}): ProviderEvent => ({
    provider,
    organization,
    type: 'Warning',
    reason: 'Contested',
    message: 'Somebody else keeps changing NetworkPolicy `polder`.',
    ...more,
  })
  const ready = () =>
    contested({ organization: null, type: 'Normal', reason: 'Ready', message: 'It is ready.' })
  const record = (events: ProviderEvent[], random = never) => recordEvents(api.database, events, random)
  const list = async (query = ''): Promise<Body[]> => (await api.read(`events${query}`)).items
  /** As if so much time had gone by since everything was recorded. */
  const age = (interval: string) =>
    api.database.run(
      `update event set last_seen = last_seen - $1::interval, updated_at = updated_at - $1::interval,
       first_seen = first_seen - $1::interval, created_at = created_at - $1::interval`,
      [interval],
    )

  it('answers what happened, where, how often and when, in its list and by its id', async () => {
    await record([contested()])
    const [item] = await list()
    expect(item).to.deep.include({
      workspace_provider: 'built-in',
      workspace_provider_id: provider,
      organization: 'default',
      organization_id: organization,
      type: 'Warning',
      reason: 'Contested',
      message: 'Somebody else keeps changing NetworkPolicy `polder`.',
      count: 1,
    })
    expect(Date.parse(item!.first_seen)).to.be.closeTo(Date.now(), 60_000)
    expect(item!.last_seen).to.equal(item!.first_seen)
    expect(await api.read(`events/${item!.id}`)).to.deep.equal(item)
  })

  it('stores what a cluster says, NUL and half characters aside', async () => {
    await record([contested({ message: `a\0b${'\u{1f41b}'.repeat(600)}` })])
    const [{ message }] = (await list()) as [Body]
    expect(message.slice(0, 4)).to.equal('ab\u{1f41b}')
    expect(message.isWellFormed()).to.equal(true)
  })

  it('405 for every write: only Polder records events', async () => {
    await record([contested()])
    const [item] = await list()
    for (const [method, path] of [
      ['POST', '/v1/events'],
      ['PATCH', `/v1/events/${item!.id}`],
      ['DELETE', `/v1/events/${item!.id}`],
    ] as const) {
      const body = method === 'DELETE' ? undefined : {}
      await refused(api, [method, path, body], { status: 405, code: 'method_not_allowed' })
    }
  })

  it('WP-10 lets those read it who may read providers: 403 for members', async () => {
    await record([contested()])
    const ask = async (role: string) => {
      const username = role.replace('_', '-')
      await api.create('users', { username, site_roles: role === 'member' ? [] : [role] })
      const { token } = await api.create('api_tokens', { user: username })
      return (await api.as(token)('GET', '/v1/events')).status
    }
    expect(await ask('member')).to.equal(403)
    for (const role of ['auditor', 'site_manager', 'site_admin']) expect(await ask(role), role).to.equal(200)
  })

  it('lists the newest first, page after page, and by provider, organization, type and reason', async () => {
    const messages = ['first', 'second', 'third']
    for (const message of messages) {
      await age('1 minute')
      await record([contested({ message })])
    }
    await age('1 minute')
    await record([ready()])
    const read: string[] = []
    for (let cursor = ''; ; ) {
      const page = await api.read(`events?limit=2${cursor && `&cursor=${cursor}`}`)
      read.push(...page.items.map((it: Body) => it.message))
      if (!page.next_cursor) break
      cursor = page.next_cursor
    }
    expect(read).to.deep.equal(['It is ready.', 'third', 'second', 'first'])
    const oldest = (await list('?sort=updated_at')).map(({ message }) => message)
    expect(oldest).to.deep.equal(read.toReversed())
    const counts: [query: string, count: number][] = [
      ['?workspace_provider=built-in', 4],
      ['?organization=default', 3],
      ['?organization.null=true', 1],
      ['?type=Normal', 1],
      ['?reason=Contested', 3],
      ['?reason=Ready&type=Warning', 0],
    ]
    for (const [query, count] of counts) expect(await list(query), query).to.have.length(count)
  })

  it('counts what happens again within 10 minutes, and in one list of events', async () => {
    await record([contested(), ready(), contested()])
    await age('9 minutes')
    await record([contested()])
    const [again, once] = await list()
    expect([again!.reason, again!.count, once!.reason, once!.count]).to.deep.equal([
      'Contested',
      3,
      'Ready',
      1,
    ])
    expect(Date.parse(again!.last_seen) - Date.parse(again!.first_seen)).to.be.closeTo(540_000, 30_000)
  })

  it('begins anew with what happens 10 minutes later, elsewhere, or in other words', async () => {
    await record([contested()])
    await age('11 minutes')
    await record([
      contested(),
      contested({ organization: null }),
      contested({ type: 'Normal' }),
      contested({ reason: 'Other' }),
      contested({ message: 'Other words.' }),
    ])
    expect((await list()).map(({ count }) => count)).to.deep.equal([1, 1, 1, 1, 1, 1])
  })

  it('keeps the latest 1,000 of each provider, and none for longer than 24 hours', async () => {
    await record([contested({ message: 'yesterday' })])
    await age('25 hours')
    await record(Array.from({ length: 1001 }, (_, index) => contested({ message: `event ${index}` })))
    await record([contested({ provider: 'wsp_other', message: 'of another one' })])
    await age('1 minute')
    await record([contested({ message: 'latest' })], always)
    const counts = await api.database.query<{ provider: string; count: number; oldest: boolean }>(
      `select workspace_provider_id as provider, count(*)::integer as count, bool_or(message = 'yesterday') as oldest
       from event group by 1 order by 2`,
    )
    expect(counts).to.deep.equal([
      { provider: 'wsp_other', count: 1, oldest: false },
      { provider, count: 1000, oldest: false },
    ])
    expect((await list('?limit=1'))[0]!.message).to.equal('latest')
    expect(await trimEvents(api.database, provider)).to.equal(0)
  })

  it('trims one insert in fifty', async () => {
    await record([contested({ message: 'yesterday' })])
    await age('25 hours')
    await record([contested()], () => 1 / 50)
    expect(await list()).to.have.length(2)
    await record([ready()], () => 0.019)
    expect(await list()).to.have.length(2)
    expect((await list()).map(({ message }) => message)).not.to.include('yesterday')
  })

  it('is recorded while a writer holds the provider and the organization, which it does not wait for', async () => {
    await api.database.transaction(async (session) => {
      await session.run('select from workspace_provider where id = $1 for update', [provider])
      await session.run('select from organization where id = $1 for update', [organization])
      await record([contested()])
    })
    expect(await list()).to.have.length(1)
  })

  it('goes with its provider, and outlives its organization', async () => {
    const gone = await api.create('workspace_providers', {
      name: 'gone',
      namespace: 'gone',
      cluster: { server: 'https://192.0.2.1' },
    })
    const acme = await api.create('organizations', { name: 'acme' })
    await record([contested({ provider: gone.id }), contested({ organization: acme.id })])
    await api.request('DELETE', '/v1/workspace_providers/gone')
    await api.request('DELETE', '/v1/organizations/acme')
    await api.database.run('delete from workspace_provider where id = $1', [gone.id])
    await api.database.run('delete from organization where id = $1', [acme.id])
    const left = await list()
    expect(left.map((it) => [it.workspace_provider, it.organization, it.organization_id])).to.deep.equal([
      ['built-in', null, acme.id],
    ])
    expect(await api.database.run('select from event')).to.equal(1)
  })
})

// How many requests it takes to judge the plans of many objects, against a real API.
import { expect } from 'chai'
import { createClient } from '../../../terraform-bridge/client.ts'
import { createDryRuns } from '../../../terraform-bridge/memory/dry-runs.ts'
import { type Api, startApi } from '../../support/api.ts'
import { countingProxy } from '../../support/counting-proxy.ts'
import { startRpcs } from '../../support/terraform/rpcs.ts'

describe('S18 dry runs of plans that core asks for at the same time', () => {
  let api: Api
  let proxy: Awaited<ReturnType<typeof countingProxy>>
  before(async () => {
    api = await startApi()
    proxy = await countingProxy(api.url)
    for (const username of ['user-3', 'user-7']) await api.create('users', { username, name: 'Another' })
  })
  beforeEach(() => proxy.take())
  after(async () => {
    await proxy?.stop()
    await api?.stop()
  })

  const start = (token = api.token) => startRpcs({ url: proxy.url, token })
  const plansOf = (count: number, { plan } = start()) =>
    Promise.all(Array.from({ length: count }, (_, at) => plan('polder_user', { username: `user-${at}` })))
  const one = 'POST /v1/dry_runs'

  it('are one request for ten plans, and each plan is told what is said of its own object', async () => {
    const plans = await plansOf(10)
    expect(proxy.take()).to.deep.equal([one])
    for (const [at, { summaries }] of plans.entries()) {
      const refused = at === 3 || at === 7
      expect(summaries, `${at}`).to.deep.equal(refused ? [`Apply will fail: user user-${at}`] : [])
    }
  })

  it('are three requests for 25 plans, and one for each plan that comes alone', async () => {
    await plansOf(25)
    expect(proxy.take()).to.deep.equal([one, one, one])
    const rpcs = start()
    await rpcs.plan('polder_user', { username: 'ada' })
    await rpcs.plan('polder_user', { username: 'grace' })
    expect(proxy.take()).to.deep.equal([one, one])
  })

  it('ask of creates, updates, PUTs and what there is one of in the same request', async () => {
    const entry = { workspace_provider: 'built-in', organization: 'acme' }
    await api.create('organizations', { name: 'acme' })
    const made = await start().apply('polder_user', { username: 'made' })
    const { plan } = start()
    // References are looked up once: from here on nothing but dry runs is asked.
    const quota = { scope: 'member', limits: { cpu: '1' }, ...entry }
    await plan('polder_org_quota', quota)
    proxy.take()
    const plans = await Promise.all([
      plan('polder_user', { username: 'user-3' }),
      plan('polder_user', { username: 'user-7' }, made),
      plan('polder_workspace_provider_allowlist_entry', entry),
      plan('polder_deployment', { default_organization: 'acme' }),
    ])
    expect(plans.map(({ summaries }) => summaries)).to.deep.equal([
      ['Apply will fail: user user-3'],
      ['Apply will fail: user user-7'],
      [],
      [],
    ])
    expect(proxy.take()).to.deep.equal([one])
  })

  it('fail together where the request fails: the reason in full once, and in short for the others', async () => {
    const plans = await plansOf(10, start('polder_stranger'))
    expect(proxy.take()).to.deep.equal([one])
    expect(plans.map(({ errors }) => errors)).to.deep.equal(Array(10).fill(1))
    const full = plans.filter(({ said }) => said.includes('POLDER_TOKEN'))
    expect(full).to.have.length(1)
  })

  it('end together where Terraform stops them', async () => {
    const stopping = new AbortController()
    const endpoint = { url: proxy.url, token: api.token, userAgent: 'test', stopping: stopping.signal }
    const dryRun = createDryRuns(createClient(endpoint))
    const item = { verb: 'create' as const, type: 'user', body: { username: 'ada' } }
    const asked = [dryRun(item), dryRun(item)].map((it) => it.catch(({ message }) => message))
    stopping.abort()
    for (const message of await Promise.all(asked)) expect(message).to.match(/^Terraform was interrupted/)
    expect(proxy.take()).to.deep.equal([])
  })

  it('are asked one by one where they are too large together', async () => {
    const dryRun = createDryRuns(createClient({ url: proxy.url, token: api.token, userAgent: 'test' }))
    // The API reads 20,000 values of one request.
    const body = { username: 'ada', name: Array(3000).fill(0) }
    const item = { verb: 'create' as const, type: 'user', body }
    const results = await Promise.all(Array.from({ length: 10 }, () => dryRun(item)))
    expect(proxy.take()).to.deep.equal(Array(11).fill(one))
    for (const { status, body } of results) expect([status, body.attribute]).to.deep.equal([422, 'name'])
  })
})

// Prefer: wait=<seconds>: a read that is held back until the clusters have it, the row is gone, or the time is up.
import { expect } from 'chai'
import { secondsOf } from '../../../api/http/wait.ts'
import { type Api, startApi } from '../../support/api.ts'
import { inClusters } from '../../support/database/in-clusters.ts'

describe('Prefer: wait', () => {
  let api: Api
  let id: string
  beforeEach(async () => {
    api = await startApi()
    id = (await api.create('organizations', { name: 'acme' })).id
  })
  afterEach(() => api?.stop())

  /** As if the cluster of built-in were ready and had, or had not, what was declared. */
  const reconcile = async (synced: boolean) => {
    await inClusters(api.database).ready('built-in')
    await inClusters(api.database).held(`o.id = '${id}'`, synced)
  }
  const wait = async (seconds: number | string, path = `organizations/${id}`) => {
    const begun = performance.now()
    const answer = await api.request('GET', `/v1/${path}`, undefined, { prefer: `wait=${seconds}` })
    return { ...answer, took: performance.now() - begun }
  }

  /** Resolves when the row was read once, as it is before anything changes. */
  const heldBack = () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const { query } = api.database
    api.database.query = async <T>(text: string, values: readonly unknown[] = []) => {
      const rows = await query<T>(text, values)
      if (!values.includes(id)) return rows
      api.database.query = query
      resolve()
      return rows
    }
    return promise
  }

  it('answers at once what is reconciled, and says that it would have waited', async () => {
    await reconcile(true)
    const { status, body, headers, took } = await wait(30)
    expect([status, body.reconciled]).to.deep.equal([200, true])
    expect(headers.get('preference-applied')).to.equal('wait=30')
    expect(took).to.be.below(5000)
  })

  it('answers at once what no cluster is concerned with', async () => {
    expect((await wait(30, 'users/admin')).took).to.be.below(5000)
  })

  it('answers as soon as it is reconciled', async () => {
    await reconcile(false)
    const held = heldBack()
    const waiting = wait(30)
    await held
    await reconcile(true)
    const { body, took } = await waiting
    expect(body.reconciled).to.equal(true)
    expect(took).to.be.below(10_000)
  })

  it('P9: answers nothing after the token was revoked in another process', async () => {
    await reconcile(false)
    const { body } = await api.request('POST', '/v1/api_tokens', { user: 'admin' })
    const held = heldBack()
    const prefer = 'wait=30'
    const waiting = api.as(body.token)('GET', `/v1/organizations/${id}`, undefined, { prefer })
    await held
    await api.database.query('delete from api_token where id = $1', [body.id])
    expect((await waiting).status).to.equal(401)
  })

  it('answers the row as it is when the time is up', async () => {
    await reconcile(false)
    const { status, body, took } = await wait(1)
    expect([status, body.reconciled]).to.deep.equal([200, false])
    expect(took).to.be.within(950, 10_000)
  })

  it('waits for what is being deleted to be gone: 404', async () => {
    await reconcile(true)
    await api.database.query('update organization set deletion_requested_at = now() where id = $1', [id])
    const held = heldBack()
    const waiting = wait(30)
    await held
    await api.database.query('delete from organization where id = $1', [id])
    const { status, took } = await waiting
    expect(status).to.equal(404)
    expect(took).to.be.below(10_000)
  })

  it('is 30 seconds at most, may stand among other preferences, and is ignored when it makes no sense', () => {
    expect(['wait=5', 'respond-async, wait=7', 'Wait = "3"; x', 'wait=3600'].map(secondsOf)).to.deep.equal([
      5, 7, 3, 30,
    ])
    expect(
      [undefined, '', 'wait', 'wait=soon', 'wait=-1', 'await=3', 'wait=1e3'].map(secondsOf),
    ).to.deep.equal([0, 0, 0, 0, 0, 0, 0])
  })
})

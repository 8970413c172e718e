// Receipts over HTTP: an apply killed between its POST and its state finds its own object, and no GET writes anything.
import { expect } from 'chai'
import { sample } from '../../../api/http/document/sample.ts'
import type { Route } from '../../../api/http/route.ts'
import { routes } from '../../../api/http/routes.ts'
import { pluralOf, resources, serves } from '../../../schemas/index.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { keyOf } from '../../../terraform-bridge/values/key.ts'
import { type Api, type Body, startApi } from '../../support/api.ts'
import { insertObject } from '../../support/insert-object.ts'
import { createTargets } from '../../support/least-body.ts'
import { refused } from '../../support/refusal.ts'
import { until } from '../../support/until.ts'

/** A create takes a key, which a second one finds taken. */
const created = resources.filter(({ key }) => key.length > 0)
/** The manifest of a provider is read from its cluster. */
const gets = routes.filter(({ method, does }) => method === 'GET' && does !== 'read_manifest')

/** What must be said. It refers to what is called `acme`, and is called something else. */
const bodyOf = ({ attributes, key }: Resource): Body =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([name, { presence }]) => presence === 'required' || key.includes(name))
      .map(([name, it]) => {
        const isFree = key.includes(name) && it.shape.kind === 'text' && !it.shape.oneOf
        return [name, isFree ? 'again' : sample(it)]
      }),
  )

describe('S9 a POST that is sent again', () => {
  let api: Api
  before(async () => {
    api = await startApi()
    await createTargets(api)
    await api.create('org_quotas', { organization: 'acme', scope: 'member', limits: { cpu: '1' } })
    for (const resource of resources.filter((it) => !it.singleton && !serves(it, 'create')))
      await insertObject(api, resource)
  })
  after(() => api.stop())

  for (const resource of created) {
    const path = `/v1/${pluralOf(resource)}`

    it(`TF-12 200 with the ${resource.name} of the first, until that is confirmed: then 409 taken`, async () => {
      const body = bodyOf(resource)
      const first = await api.request('POST', path, body)
      expect(first.status, JSON.stringify(first.body)).to.equal(201)
      const { token } = await api.create('api_tokens', { user: 'admin' })
      for (const ask of [api.request, api.as(token), api.request]) {
        const again = await ask('POST', path, body)
        expect([again.status, again.body]).to.deep.equal([200, first.body])
        await api.read(`${pluralOf(resource)}/${first.body.id}`)
        await api.read(`${pluralOf(resource)}?id=${first.body.id}`)
      }
      const confirmed = await api.request('POST', '/v1/confirmations', { ids: [first.body.id] })
      expect(confirmed.status).to.equal(204)
      await refused(api, ['POST', path, body], { status: 409, code: 'taken' })
    })
  }

  describe('finds it whatever is read, for no GET writes', () => {
    /** Paths of real objects, with everything that a GET may ask for beside. */
    const pathsOf = async (route: Route): Promise<string[]> => {
      const { path, resource, does } = route
      if (does === 'list') return ['', '?limit=1', '?count=true', '?sort=-created_at'].map((it) => path + it)
      if (does === 'read_new_manifest') return [`${path}?namespace=acme`]
      if (!resource) return [path.replace('{user}', 'admin').replace('{file}', 'start.js')]
      const { items } = await api.read(`${pluralOf(resource)}?limit=500`)
      const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, part]) => part!)
      const addressOf = (it: Body) => (parts[0] === 'id' ? [it.id] : keyOf(resource, it).join('/').split('/'))
      const paths = items
        .map(addressOf)
        .filter((address: string[]) => address.length === parts.length)
        .map((address: string[]) => [`/v1/${pluralOf(resource)}`, ...address].join('/'))
      expect(paths, path).not.to.deep.equal([])
      return paths
    }

    it('200 to every GET, also by id, of a database that takes no writes', async () => {
      const paths = (await Promise.all(gets.map(pathsOf))).flat()
      for (const resource of created) {
        const { items } = await api.read(pluralOf(resource))
        paths.push(`/v1/${pluralOf(resource)}?${items.map(({ id }: Body) => `id=${id}`).join('&')}`)
      }
      const [row] = await api.database.query<{ name: string }>('select current_database() as name')
      await api.database.query(`alter database ${row!.name} set default_transaction_read_only = on`)
      // Only new connections begin so.
      const end = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()'
      await api.database.query(`${end} and pid <> pg_backend_pid()`)
      await api.database.query('select pg_terminate_backend(pg_backend_pid())').catch(() => {})
      await until(async () => {
        const write = await api.database.query(`update "user" set name = 'x'`).catch((cause) => cause)
        expect(write.code, 'a write').to.equal('25006')
      })
      for (const path of paths) expect((await api.request('GET', path)).status, path).to.equal(200)
      expect(paths.length).to.be.above(gets.length)
    })
  })
})

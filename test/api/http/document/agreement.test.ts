// The API document and the server say the same of every request and answer: what one refuses, the other refuses too.
import type { ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect } from 'chai'
import { sample, sampleBody } from '../../../../api/http/document/sample.ts'
import { drawnSecrets, pluralOf, resources, serves } from '../../../../schemas/index.ts'
import { naturalKey } from '../../../../schemas/place.ts'
import type { Attributes, Resource } from '../../../../schemas/vocabulary.ts'
import { type Api, type Body, startApi } from '../../../support/api.ts'
import { fillEmptyLists } from '../../../support/fill-empty-lists.ts'
import { createReferred, leastBody } from '../../../support/least-body.ts'
import { at, placesIn, type Schema, textsNear, valuesNear, withAt } from '../../../support/values-near.ts'

type Operation = { method: string; path: string; body?: Body; parameters: Schema[] }
const misshapen = ['invalid', 'unknown_attribute', 'malformed']

/** The sample, and one for every attribute that the sample leaves out for the sake of its rival. */
const goodBodies = (resource: Resource): Body[] => {
  const good = sampleBody(resource)
  const left = Object.entries(resource.attributes).filter(
    ([name, { presence }]) => presence !== 'computed' && !(name in good),
  )
  const free = Object.entries(good).filter(([name]) => !resource.attributes[name]!.exclusive)
  return [good, ...left.map(([name, it]) => ({ ...Object.fromEntries(free), [name]: sample(it) }))]
}

/** A parameter as its schema speaks of it. */
const asJson = (value: string, { type }: Schema) => {
  if (type === 'integer' && /^-?\d+$/.test(value)) return Number(value)
  if (type === 'boolean' && /^(true|false)$/.test(value)) return value === 'true'
  return value
}

/**
 * What no schema says: PEM, names that are built in or belong to Kubernetes, half a GPU, a quota without limits, and
 * networks without the egress that reads them.
 */
const isRefusedInWords = (attributes: Attributes, body: Body): boolean =>
  ('egress' in attributes && (body.egress === 'cidrs') !== (body.egress_cidrs ?? []).length > 0) ||
  Object.entries(attributes).some(([name, { shape, refuse }]) => {
    const value = body[name]
    if (value === undefined || value === null) return false
    if ([refuse?.(value as never) ?? []].flat().length > 0) return true
    const inside = shape.kind === 'set' ? shape.of : shape
    if (inside.kind !== 'object') return false
    return [value].flat().some((it) => isRefusedInWords(inside.attributes, it))
  })

describe('the API document and the server', () => {
  let api: Api
  let document: Body
  before(async () => {
    api = await startApi({ rateLimit: 0 })
    document = (await api.request('GET', '/openapi.json')).body
  })
  after(() => api.stop())

  const judgeOf = (name: string): ValidateFunction => {
    const ajv = new Ajv2020({ strict: false })
    formats.default(ajv)
    return ajv.compile({ ...document.components.schemas[name], components: document.components })
  }

  for (const resource of resources) {
    for (const [verb, kind] of [
      ['POST', 'create'],
      ['PATCH', 'change'],
    ] as const) {
      if (!serves(resource, verb === 'POST' ? 'create' : 'update')) continue
      if (resource.singleton && verb === 'POST') continue
      it(`agree about every body of ${resource.name} that is one step away from a good one: ${verb}`, async () => {
        const judge = judgeOf(`${resource.name}_${kind}`)
        const address = resource.singleton
          ? resource.name
          : naturalKey(resource)
              .map(() => 'nobody')
              .join('/')
        const path = `/v1/${pluralOf(resource)}${verb === 'PATCH' ? `/${address}` : ''}?dry_run=true`
        const seen = { taken: 0, refused: 0 }
        const compare = async (body: Body, what: string) => {
          const answer = await api.request(verb, path, body)
          const refused = misshapen.includes(answer.body.code)
          const told = `${what}: ${answer.status} ${answer.body.detail}`
          if (refused && judge(body)) expect(isRefusedInWords(resource.attributes, body), told).to.equal(true)
          else expect(refused, told).to.equal(!judge(body))
          seen[refused ? 'refused' : 'taken'] += 1
        }
        const schema = document.components.schemas[`${resource.name}_${kind}`]
        for (const good of goodBodies(resource)) {
          expect(judge(good), JSON.stringify(judge.errors)).to.equal(true)
          for (const { path: place, schema: here } of placesIn(schema, good)) {
            const near = valuesNear(at(good, place), here)
            const named = (value: unknown) => `${place.join('.')} = ${JSON.stringify(value).slice(0, 90)}`
            await Promise.all(near.map((value) => compare(withAt(good, place, value), named(value))))
          }
        }
        expect(seen.taken).to.be.above(5)
        expect(seen.refused).to.be.above(20)
      }).timeout(180_000)
    }
  }

  /** Whether the server takes a value for a parameter of an operation, and what it says. */
  const asked = async (operation: Operation, { name, in: where }: Schema, value: string) => {
    const { method, path, body } = operation
    const query = new URLSearchParams(method === 'GET' ? {} : { dry_run: 'true' })
    if (where === 'query') query.set(name, value)
    const headers = where === 'header' ? { [name]: value } : {}
    const { status, body: problem } = await api.request(method, `${path}?${query}`, body, headers)
    const named = where === 'header' ? problem.detail?.includes(name) : problem.attribute === name
    const refused = misshapen.includes(problem.code) && named
    return {
      refused,
      told: `${method} ${path} ${name} = ${JSON.stringify(value)}: ${status} ${problem.detail}`,
    }
  }
  const operations = (): Operation[] =>
    Object.entries<Body>(document.paths).flatMap(([path, methods]) =>
      Object.entries<Body>(methods).map(([method, { parameters, requestBody }]) => {
        const name = requestBody?.content['application/json'].schema.$ref.split('/').at(-1)
        const body = requestBody && (document.components.schemas[name].examples?.[0] ?? {})
        return { method: method.toUpperCase(), path: path.replaceAll(/\{\w+\}/g, 'nobody'), body, parameters }
      }),
    )

  it('agree about every query parameter and header that has a bound', async () => {
    const good: Record<string, string> = {
      labels: 'team=x',
      'If-Match': '"3.7"',
      'If-None-Match': '*',
    }
    const ajv = new Ajv2020({ strict: false })
    const tried = new Set<string>()
    for (const operation of operations()) {
      for (const parameter of operation.parameters) {
        const one: Schema = parameter.schema.items ?? parameter.schema
        const { name, in: where } = parameter
        const kind = `${operation.method} ${name} ${JSON.stringify(one)}`
        if (where === 'path' || tried.has(kind) || (where === 'header' && !one.pattern)) continue
        tried.add(kind)
        const judge = ajv.compile(one)
        const near = textsNear(one.enum?.[0] ?? good[name] ?? 'abc', { maxLength: 255, ...one })
        // A header carries visible ASCII, and no blanks at its ends.
        const sendable = (it: string) => where === 'query' || (/^[ -~]*$/.test(it) && it === it.trim())
        const compare = async (value: string) => {
          const { refused, told } = await asked(operation, parameter, value)
          const fits = judge(asJson(value, one))
          // A cursor is sealed: of the texts that fit, only those that were answered are taken.
          if (name !== 'cursor' || !fits) expect(refused, told).to.equal(!fits)
        }
        await Promise.all([...near, '0', '1', '500', '501', 'true', '*'].filter(sendable).map(compare))
      }
    }
    expect([...tried].join()).to.match(
      /limit.*If-Match.*If-None-Match.*Idempotency-Key|Idempotency-Key.*If-Match.*If-None-Match/,
    )
  }).timeout(180_000)

  it('agree about every answer: each attribute is described, and null only where the document says so', async () => {
    const api = await startApi()
    await api.create('organizations', { name: 'acme' })
    await api.create('custom_roles', { organization: 'acme', name: 'reader', permissions: [] })
    await api.create('org_memberships', { organization: 'acme', user: 'admin', roles: ['reader'] })
    await api.create('org_quotas', { organization: 'acme', scope: 'member', limits: { cpu: '1' } })
    const cluster = { server: 'https://203.0.113.7' }
    const provider = {
      name: 'eu',
      namespace: 'eu',
      cluster,
      token: 'x',
      tolerations: [{ operator: 'Exists' }],
    }
    await api.create('workspace_providers', provider)
    await fillEmptyLists(api)
    for (const resource of resources) {
      const judge = judgeOf(resource.name)
      const { items } = await api.read(pluralOf(resource))
      expect(items, resource.name).not.to.have.length(0)
      for (const item of items) {
        expect(judge(item), JSON.stringify(judge.errors)).to.equal(true)
        const described = Object.keys(document.components.schemas[resource.name].properties)
        expect(described).to.include.members(Object.keys(item))
      }
    }
    await api.stop()
  })

  for (const resource of resources.filter((it) => drawnSecrets(it).length > 0)) {
    it(`S8 agree about every answer to a POST of ${resource.name}: with the secret once, and then that it is lost`, async () => {
      const path = `/v1/${pluralOf(resource)}`
      const described: Body = document.paths[path].post.responses
      await createReferred(api, resource)
      const post = (query: string) =>
        api.request('POST', path + query, leastBody(resource), { 'idempotency-key': resource.name })
      const answers = [await post('?dry_run=true'), await post(''), await post('')]
      expect(answers.map(({ status }) => status)).to.deep.equal([201, 201, 200])
      const [dry, first, again] = answers.map(({ status, body }) => {
        const schema = described[status].content['application/json'].schema.$ref.split('/').at(-1)
        const judge = judgeOf(schema)
        expect(judge(body), JSON.stringify(judge.errors)).to.equal(true)
        const { properties } = document.components.schemas[schema]
        expect(properties).to.include.keys(Object.keys(body))
        return { body, judge }
      })
      for (const name of drawnSecrets(resource)) {
        expect(dry!.body).not.to.have.any.keys(name, `${name}_lost`)
        expect(first!.body[name]).to.be.a('string')
        expect(again!.body)
          .to.include({ [`${name}_lost`]: true })
          .and.not.have.property(name)
        expect(again!.judge(first!.body), 'a replay is told apart').to.equal(false)
        expect(document.components.schemas[resource.name].properties).not.to.have.property(name)
      }
    })
  }
})

// The API document: valid by OpenAPI's own rules, complete by the route table, its examples accepted by the check.
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect } from 'chai'
import { codes } from '../../../api/errors.ts'
import { openapi } from '../../../api/http/openapi.ts'
import { routes } from '../../../api/http/routes.ts'
import { sampleBody } from '../../../api/http/sample.ts'
import { checkChange, checkCreate } from '../../../schemas/check.ts'
import { resources } from '../../../schemas/index.ts'
import { type Body, startApi } from '../../support/api.ts'

describe('the API document', () => {
  // As a client gets it: what is undefined is absent.
  const document: Body = JSON.parse(JSON.stringify(openapi()))
  const operations = Object.values<Body>(document.paths).flatMap((it) => Object.values<Body>(it))

  it('is valid by the rules of OpenAPI 3.1', async () => {
    const validator = new Validator()
    expect(await validator.validate(document)).to.deep.equal({ valid: true })
    expect(validator.version).to.equal('3.1')
  })

  it('an invalid document would be noticed', async () => {
    const broken = { ...document, paths: { '/x': { get: { responses: 'none' } } } }
    expect(await new Validator().validate(broken)).to.have.property('valid', false)
  })

  it('refers to nothing that it does not hold', () => {
    const targets = JSON.stringify(document).match(/"#\/components\/[^"]+"/g)!
    for (const target of new Set(targets)) {
      const path = (JSON.parse(target) as string).slice(2).split('/')
      expect(
        path.reduce((it, part) => it?.[part], document),
        target,
      ).to.be.an('object')
    }
  })

  it('has one operation for every route, each with an id of its own', () => {
    expect(operations).to.have.length(routes.length)
    expect(new Set(operations.map((it) => it.operationId))).to.have.property('size', routes.length)
  })

  it('S6 PATCH takes both media types of a merge patch, and nulls inside objects and maps', () => {
    const patches = operations.filter((it) => it.requestBody?.content['application/merge-patch+json'])
    const paths = Object.values<Body>(document.paths)
    expect(patches).to.deep.equal(paths.flatMap(({ patch }) => patch ?? []))
    for (const { requestBody } of patches) {
      const { 'application/json': json, 'application/merge-patch+json': merge } = requestBody.content
      expect(merge).to.deep.equal(json)
    }
    const { org_quota_change, workspace_provider_change } = document.components.schemas
    expect(org_quota_change.properties.limits.properties.cpu.type).to.deep.equal(['string', 'null'])
    const { cluster, labels, tolerations } = workspace_provider_change.properties
    expect(cluster).not.to.have.property('required')
    expect(labels).not.to.have.property('maxProperties')
    expect(labels.additionalProperties.type).to.deep.equal(['string', 'null'])
    expect(tolerations).to.have.property('maxItems', 32)
  })

  it('S6 tells of If-None-Match on every PUT that may create, and of the 412 it answers', () => {
    const puts = Object.entries<Body>(document.paths).flatMap(([path, { put }]) =>
      put ? [{ path, put }] : [],
    )
    expect(puts).not.to.have.length(0)
    for (const { path, put } of puts) {
      const headers = put.parameters.filter((it: Body) => it.in === 'header').map((it: Body) => it.name)
      const creates = !path.startsWith('/v1/deployments/')
      expect(headers, path).to.deep.equal(['If-Match', ...(creates ? ['If-None-Match'] : [])])
      expect(put.responses, path).to.include.keys('200', '412')
    }
    expect(document.components.responses.problem_412.description).to.include('`already_exists`')
  })

  it('names each variable part of a path exactly once', () => {
    for (const [path, methods] of Object.entries<Body>(document.paths)) {
      for (const operation of Object.values<Body>(methods)) {
        const named = operation.parameters.filter((it: Body) => it.in === 'path').map((it: Body) => it.name)
        expect(named, path).to.deep.equal([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
      }
    }
  })

  it('promises the secret of a token in the answer that issues it, and nothing that is never sent', async () => {
    const api = await startApi()
    try {
      const issued = await api.create('users/admin/tokens', { expires_at: '2099-01-31T12:00:00Z' })
      const [listed] = (await api.read('users/admin/tokens')).items
      const { post, get } = document.paths['/v1/users/{user}/tokens']
      const schemaOf = (response: Body) => {
        const { $ref } = response.content['application/json'].schema
        return document.components.schemas[$ref.split('/').at(-1)]
      }
      const item =
        document.components.schemas[
          schemaOf(get.responses[200]).properties.items.items.$ref.split('/').at(-1)
        ]
      for (const [answer, schema] of [
        [issued, schemaOf(post.responses[201])],
        [listed, item],
      ]) {
        expect(Object.keys(answer)).to.have.members(Object.keys(schema.properties))
        expect(schema.required).to.have.members(Object.keys(answer))
      }
      expect(schemaOf(post.responses[201]).properties.token.type).to.equal('string')
      expect(item.properties).not.to.have.any.keys('token', 'generation', 'updated_at')
    } finally {
      await api.stop()
    }
  })

  it('lets strangers in only where operators and readers of the document need it', () => {
    const open = Object.entries<Body>(document.paths).flatMap(([path, methods]) =>
      Object.values<Body>(methods).some((it) => it.security?.length === 0) ? [path] : [],
    )
    expect(open).to.have.members([
      '/healthz',
      '/readyz',
      '/metrics',
      '/openapi.json',
      '/docs',
      '/docs/{file}',
    ])
  })

  it('every operation of a resource promises problems for strangers and floods', () => {
    for (const operation of operations.filter((it) => it.security === undefined)) {
      expect(operation.responses, operation.operationId).to.include.keys('401', '403', '429', '503')
    }
  })

  it('lists every code of a refusal', () => {
    expect(document.components.schemas.problem.properties.code.enum).to.deep.equal(codes)
    for (const code of codes) expect(document.info.description).to.include(`\`${code}\``)
  })

  for (const resource of resources) {
    it(`the example of ${resource.name} is accepted whole and as a change`, () => {
      const body = sampleBody(resource)
      expect(checkCreate(resource, body)).to.deep.equal([])
      expect(checkChange(resource, body)).to.deep.equal([])
      const stored = document.components.schemas[`${resource.name}_create`].examples[0]
      expect(stored).to.deep.equal(JSON.parse(JSON.stringify(body)))
    })
  }

  it('secrets can be written and are never answered', () => {
    const { workspace_provider, workspace_provider_create } = document.components.schemas
    for (const secret of ['token', 'client_key']) {
      expect(workspace_provider_create.properties[secret].writeOnly).to.equal(true)
      expect(workspace_provider.properties).not.to.have.property(secret)
      expect(workspace_provider.properties).to.have.property(`${secret}_version`)
    }
  })
})

// The API document: valid by OpenAPI's own rules, complete by the route table, its examples accepted by the check.
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect } from 'chai'
import { codes } from '../../../../api/errors.ts'
import { openapi } from '../../../../api/http/document/openapi.ts'
import { sampleBody } from '../../../../api/http/document/sample.ts'
import { routes } from '../../../../api/http/routes.ts'
import { checkChange, checkCreate } from '../../../../schemas/check.ts'
import { resources } from '../../../../schemas/index.ts'
import type { Body } from '../../../support/api.ts'

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

  it('has one operation for every route that can succeed, each with an id of its own', () => {
    expect(operations).to.have.length(routes.filter((it) => !it.refuses).length)
    expect(new Set(operations.map((it) => it.operationId))).to.have.property('size', operations.length)
  })

  it('names operations as generated clients call them, also where an object has several addresses', () => {
    const idsOf = (tag: string) => operations.filter((it) => it.tags[0] === tag).map((it) => it.operationId)
    expect(idsOf('organization')).to.deep.equal([
      'listOrganizations',
      'createOrganization',
      'readOrganization',
      'updateOrganization',
      'putOrganization',
      'deleteOrganization',
      'reconcileOrganization',
    ])
    expect(idsOf('org_quota')).to.include.members([
      'listOrgQuotas',
      'readOrgQuota',
      'readOrgQuotaByKey',
      'readOrgQuotaByKeyWithoutWorkspaceProvider',
      'putOrgQuotaByKey',
    ])
    expect(idsOf('workspace_provider_allowlist_entry')).to.include('listWorkspaceProviderAllowlistEntries')
    for (const { operationId } of operations) expect(operationId).to.match(/^[a-z]+([A-Z][a-z]+)+$/)
  })

  it('holds no operation that cannot succeed: there is one deployment, always', () => {
    const ids = operations.filter((it) => it.tags[0] === 'deployment').map((it) => it.operationId)
    expect(ids).to.deep.equal(['listDeployments', 'readDeployment', 'updateDeployment', 'putDeployment'])
    expect(document.paths['/v1/deployments/{id}'].put.responses).not.to.have.property('201')
    expect(document.paths['/v1/users/{username}'].delete.responses).not.to.have.property('202')
  })

  it('has no default, which clients would take for a value that they must send', () => {
    expect(JSON.stringify(document)).not.to.match(/"default":(?!{"type")/)
    const { description } = document.components.schemas.organization_create.properties
    expect(description.description).to.match(/Defaults to `""`\.$/)
  })

  it('claims of an answer only its types, and null only where null can be', () => {
    const { properties } = document.components.schemas.workspace_provider
    expect(properties.status.properties.message).to.have.keys('type', 'description', 'readOnly')
    expect(properties.status.required).to.deep.equal(['state', 'reason', 'message', 'reconciling'])
    for (const name of ['name', 'reconciled', 'built_in', 'observed_generation', 'conditions'])
      expect(properties[name].type, name).to.be.a('string')
    for (const name of ['region', 'kubernetes_version', 'last_contact'])
      expect(properties[name].type, name).to.deep.equal(['string', 'null'])
    for (const resource of resources) {
      for (const [name, { presence, nullable, secret }] of Object.entries(resource.attributes)) {
        if (presence !== 'computed' || secret) continue
        const { type } = document.components.schemas[resource.name].properties[name]
        expect([type].flat().includes('null'), `${resource.name}.${name}`).to.equal(nullable === true)
      }
      const answer = JSON.stringify(document.components.schemas[resource.name])
      expect(answer).not.to.match(/"(pattern|(min|max)(imum|Length|Items|Properties))":/)
    }
  })

  it('gives a pattern to every part of a path and to every header that is checked', () => {
    const parameters = operations.flatMap((it) => it.parameters as Body[])
    const free = parameters
      .filter((it) => it.in !== 'query' && it.schema.pattern === undefined && it.schema.enum === undefined)
      .map((it) => it.name)
    // A preference and an ETag that cannot be read are as good as none.
    expect(new Set(free)).to.have.keys('Prefer', 'If-None-Match', 'file')
  })

  it('names each variable part of a path exactly once', () => {
    for (const [path, methods] of Object.entries<Body>(document.paths)) {
      for (const operation of Object.values<Body>(methods)) {
        const named = operation.parameters.filter((it: Body) => it.in === 'path').map((it: Body) => it.name)
        expect(named, path).to.deep.equal([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
      }
    }
  })

  it('lets strangers in only where operators and readers of the document need it', () => {
    const open = Object.entries<Body>(document.paths).flatMap(([path, methods]) =>
      Object.values<Body>(methods).some((it) => it.security?.length === 0) ? [path] : [],
    )
    expect(open).to.have.members(['/healthz', '/readyz', '/openapi.json', '/docs', '/docs/{file}'])
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

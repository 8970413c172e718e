// OpenAPI 3.1, computed from the schemas and the route table: what is not in them is not in the document.
import { enough } from '../../../schemas/body.ts'
import { resources } from '../../../schemas/index.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { codes, statusOf, titleOf } from '../../errors.ts'
import { dryRun } from '../dry-run.ts'
import { mergePatchType } from '../request/body.ts'
import type { Route } from '../route.ts'
import { routes } from '../routes.ts'
import { issuedToken, listedToken, token } from '../token.ts'
import { dryRunSchemas } from './dry-run-schemas.ts'
import { answerOf, changeOf, type JsonSchema, keyedOf, ref, wholeOf } from './json-schema.ts'
import { parametersOf } from './parameters.ts'
import { answerHeaders, nounOf, problemResponses, refusalsOf, successesOf } from './responses.ts'
import { sampleBody } from './sample.ts'

const problem: JsonSchema = {
  type: 'object',
  description: 'A refusal (RFC 9457): nothing was changed.',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: codes, description: 'Stable: programs decide by it.' },
    detail: { type: 'string', description: 'A sentence to act on.' },
    attribute: { type: 'string', description: 'Path of what caused it: `cluster.server`, `labels["a"]`.' },
    errors: {
      type: 'array',
      description: 'What is wrong with the body; the first is at the top.',
      maxItems: enough,
      items: {
        type: 'object',
        properties: {
          attribute: { type: 'string' },
          code: { type: 'string', enum: codes },
          detail: { type: 'string' },
        },
      },
    },
    blockers: {
      type: 'array',
      description: 'What stands in the way, by kind; at most 20 are named.',
      items: {
        type: 'object',
        properties: {
          resource: { type: 'string' },
          count: { type: 'integer' },
          items: {
            type: 'array',
            items: { type: 'object', properties: { id: { type: 'string' }, name: { type: 'string' } } },
          },
        },
      },
    },
    existing: {
      type: 'object',
      description: 'What has the name already.',
      properties: { id: { type: 'string' }, key: { type: 'string' } },
    },
  },
}

const listOf = (name: string, more: JsonSchema = {}): JsonSchema => ({
  type: 'object',
  required: ['items', 'next_cursor'],
  properties: {
    items: { type: 'array', items: ref(name) },
    next_cursor: { type: ['string', 'null'], description: '`cursor` of the next page; null on the last.' },
    ...more,
  },
})

const schemasOf = (resource: Resource) => ({
  [resource.name]: { ...answerOf(resource), description: resource.description },
  [`${resource.name}_create`]: { ...wholeOf(resource), examples: [sampleBody(resource)] },
  [`${resource.name}_put`]: keyedOf(resource),
  [`${resource.name}_change`]: {
    ...changeOf(resource),
    description:
      'A merge patch (RFC 7396): what is absent stays, objects and maps merge, everything else is set whole. Null resets an attribute, and removes what is inside an object or a map.',
  },
  [`${resource.name}_list`]: listOf(resource.name, {
    total_count: { type: 'integer', description: 'How many fit the filters; only with `count=true`.' },
  }),
})

const tokenSchemas = () => ({
  token: { ...answerOf(listedToken), description: token.description },
  issued_token: { ...answerOf(issuedToken), description: issuedToken.description },
  token_create: { ...wholeOf(token), examples: [sampleBody(token)] },
  token_list: listOf('token'),
})

const bodyOf = (route: Route) => {
  const { does, body } = route
  if (!body) return undefined
  const kind = does === 'put' ? 'put' : body === 'change' ? 'change' : 'create'
  const content = { schema: ref(`${nounOf(route)}_${kind}`) }
  const merges = body === 'change' ? { [mergePatchType]: content } : {}
  return { required: true, content: { 'application/json': content, ...merges } }
}

const operationOf = (route: Route) => ({
  operationId: route.id,
  summary: route.summary,
  tags: [route.public ? 'operation' : nounOf(route)],
  parameters: parametersOf(route),
  requestBody: bodyOf(route),
  responses: { ...successesOf(route), ...refusalsOf(route) },
  security: route.public ? [] : undefined,
})

const pathsOf = () => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes.filter((it) => !it.refuses)) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) }
  }
  return paths
}

/** The document, ready to be sent. */
export const openapi = () => ({
  openapi: '3.1.0',
  info: {
    title: 'Polder',
    version: 'v1',
    description: `A control plane for developer-workspace organizations.\n\n| code | status | means |\n|---|---|---|\n${codes
      .map((code) => `| \`${code}\` | ${statusOf(code)} | ${titleOf(code)} |`)
      .join('\n')}`,
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  security: [{ token: [] }],
  tags: [
    ...resources.map(({ name, description }) => ({ name, description })),
    { name: 'token', description: token.description },
    { name: dryRun.name, description: dryRun.description },
    { name: 'operation', description: 'For whoever runs the server.' },
  ],
  paths: pathsOf(),
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    headers: answerHeaders,
    responses: problemResponses(),
    schemas: Object.assign({ problem }, ...resources.map(schemasOf), tokenSchemas(), dryRunSchemas()),
  },
})

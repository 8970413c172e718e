// Computes the OpenAPI 3.1 document from the schemas and the route table.
import { enough } from '../../../schemas/body.ts'
import { resources, serves } from '../../../schemas/index.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { codes, statusOf, titleOf } from '../../errors.ts'
import { confirmation } from '../batch/confirmation.ts'
import { dryRun } from '../batch/dry-run.ts'
import { mergePatchType } from '../request/body.ts'
import type { Route } from '../route.ts'
import { routes } from '../routes.ts'
import { dryRunSchemas } from './dry-run-schemas.ts'
import { answeredOnceOf, answerOf, changeOf, type JsonSchema, keyedOf, ref, wholeOf } from './json-schema.ts'
import { parametersOf } from './parameters.ts'
import { answerHeaders, nounOf, problemResponses, refusalsOf, successesOf } from './responses.ts'
import { sampleBody } from './sample.ts'

const problem: JsonSchema = {
  type: 'object',
  description: 'A refused request (RFC 9457), which changed nothing.',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: codes, description: 'Stable code of the refusal, for programs.' },
    detail: { type: 'string', description: 'What is wrong and what to do next, for people.' },
    attribute: {
      type: 'string',
      description:
        'Path of the attribute that caused the refusal, such as `cluster.server` or `labels["a"]`.',
    },
    errors: {
      type: 'array',
      description: 'All errors of the body; the first one is repeated at the top.',
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
      description: 'The objects that block the request, by type; at most 20 of a type are named.',
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
      description: 'The object that already has the name.',
      properties: { id: { type: 'string' }, key: { type: 'string' } },
    },
  },
}

const listOf = (name: string, more: JsonSchema = {}): JsonSchema => ({
  type: 'object',
  required: ['items', 'next_cursor'],
  properties: {
    items: { type: 'array', items: ref(name) },
    next_cursor: {
      type: ['string', 'null'],
      description: 'The `cursor` of the next page. Null on the last page.',
    },
    ...more,
  },
})

const patchOf = (resource: Resource): JsonSchema => ({
  ...changeOf(resource),
  description:
    'A merge patch (RFC 7396): absent attributes keep their values, objects and maps are merged, all other values are replaced. Null resets an attribute, and removes an element of an object or a map.',
})

const schemasOf = (resource: Resource) => ({
  [resource.name]: { ...answerOf(resource), description: resource.description },
  [`${resource.name}_create`]: { ...wholeOf(resource), examples: [sampleBody(resource)] },
  ...(serves(resource, 'put') && { [`${resource.name}_put`]: keyedOf(resource) }),
  ...(serves(resource, 'update') && { [`${resource.name}_change`]: patchOf(resource) }),
  ...answeredOnceOf(resource),
  [`${resource.name}_list`]: listOf(resource.name, {
    total_count: {
      type: 'integer',
      description: 'The number of objects that match the filters. Present with `count=true` only.',
    },
  }),
})

const confirmationSchemas = () => ({
  confirmation_create: { ...wholeOf(confirmation), examples: [{ ids: ['org_k3v9x2m4p7q8w1z5'] }] },
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
    { name: dryRun.name, description: dryRun.description },
    { name: confirmation.name, description: confirmation.description },
    { name: 'operation', description: 'Operating the server.' },
  ],
  paths: pathsOf(),
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    headers: answerHeaders,
    responses: problemResponses(),
    schemas: Object.assign({ problem }, ...resources.map(schemasOf), dryRunSchemas(), confirmationSchemas()),
  },
})

// The parameters of the path, the query and the headers, as the API document describes them.
import { referenceSyntax } from '../../../schemas/syntax.ts'
import type { Resource, Shape } from '../../../schemas/vocabulary.ts'
import { longestValue, mostRepeated } from '../request/query.ts'
import { requestHeadersOf } from '../request/request-headers.ts'
import type { Parameter, Route } from '../route.ts'
import type { JsonSchema } from './json-schema.ts'

const nameOrId: JsonSchema = { type: 'string', pattern: referenceSyntax.source }

/** A part of the key may be an id too. */
const inPath = (
  name: string,
  resource: Resource | undefined,
): { description: string; schema: JsonSchema } => {
  if (name === 'file') return { description: 'The name of a file of the page.', schema: { type: 'string' } }
  if (name === 'id') {
    if (resource?.singleton)
      return { description: 'The name of the one object.', schema: { type: 'string', enum: [resource.name] } }
    return { description: 'Id.', schema: { type: 'string', pattern: `^${resource?.prefix}_[a-z0-9]{16}$` } }
  }
  const shape = resource?.attributes[name]?.shape
  if (shape?.kind === 'text' && shape.oneOf) {
    return { description: 'A part of the natural key.', schema: { type: 'string', enum: [...shape.oneOf] } }
  }
  const noun = shape?.kind === 'reference' ? shape.to : (resource?.name ?? name)
  return { description: `The name or the id of one ${noun}.`, schema: nameOrId }
}

const inQuery = (shape: Shape): JsonSchema => {
  if (shape.kind === 'boolean') return { type: 'boolean' }
  if (shape.kind === 'integer') return { type: 'integer', minimum: shape.min, maximum: shape.max }
  if (shape.kind === 'text' && shape.oneOf) return { type: 'string', enum: [...shape.oneOf] }
  if (shape.kind === 'set') return { type: 'array', items: inQuery(shape.of), minItems: 1 }
  const pattern = (shape.kind === 'text' && shape.matches?.source) || '^[^\\u0000]*$'
  return { type: 'string', pattern, minLength: 1, maxLength: longestValue }
}

const queryParameter = ({ name, description, shape, repeated }: Parameter) => {
  const schema = inQuery(shape)
  return {
    name,
    in: 'query',
    description,
    schema: repeated ? { type: 'array', items: schema, maxItems: mostRepeated } : schema,
    // One value with commas, rather than the parameter many times.
    ...(shape.kind === 'set' ? { style: 'form', explode: false } : {}),
  }
}

export const parametersOf = (route: Route) => [
  ...[...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    ...inPath(name, route.resource),
  })),
  ...route.parameters.map(queryParameter),
  ...requestHeadersOf(route).map(({ name, description, matches }) => ({
    name,
    in: 'header',
    description,
    schema: { type: 'string', pattern: matches?.source },
  })),
]

// Shapes of attributes → JSON Schema, as OpenAPI 3.1 holds it.
import { idNameOf } from '../../schemas/index.ts'
import type { Attribute, Resource, Shape } from '../../schemas/vocabulary.ts'

export type JsonSchema = Record<string, unknown>

/** The schema of a value of that shape, or of what a merge `patch` says of one: null removes what is inside. */
export const schemaOf = (shape: Shape, patch = false): JsonSchema => {
  switch (shape.kind) {
    case 'text': {
      const { oneOf, matches, min, max } = shape
      if (oneOf) return { type: 'string', enum: [...oneOf] }
      return { type: 'string', pattern: matches?.source, minLength: min, maxLength: max }
    }
    case 'number':
      return { type: 'integer', minimum: shape.min, maximum: shape.max ?? 2 ** 31 - 1 }
    case 'quantity':
      return { type: 'string', description: 'A quantity as Kubernetes writes it, such as `500m` or `16Gi`.' }
    case 'reference':
      return { type: 'string', description: `Name or id of one ${shape.to}.` }
    case 'flag':
      return { type: 'boolean' }
    case 'instant':
      return { type: 'string', format: 'date-time' }
    case 'set':
      return {
        type: 'array',
        items: schemaOf(shape.of),
        uniqueItems: true,
        minItems: shape.min,
        maxItems: shape.max,
      }
    case 'map':
      return patch
        ? { type: 'object', additionalProperties: nullable(schemaOf(shape.of)) }
        : { type: 'object', additionalProperties: schemaOf(shape.of), maxProperties: shape.max }
    case 'object':
      return objectOf(shape.attributes, () => !patch, patch)
  }
}

const nullable = (schema: JsonSchema): JsonSchema => ({
  ...schema,
  type: [schema.type, 'null'],
  ...(schema.enum ? { enum: [...(schema.enum as unknown[]), null] } : {}),
})

const attributeOf = (attribute: Attribute, mayBeNull: boolean, patch = false): JsonSchema => {
  const schema = schemaOf(attribute.shape, patch)
  return {
    ...(mayBeNull ? nullable(schema) : schema),
    description: attribute.about,
    default: attribute.default,
    writeOnly: attribute.secret,
    readOnly: attribute.presence === 'computed' ? true : undefined,
  }
}

type Attributes = Resource['attributes']

function objectOf(attributes: Attributes, isRequired: (name: string) => boolean, patch = false): JsonSchema {
  const entries = Object.entries(attributes)
  const required = entries.filter(([name, it]) => it.presence === 'required' && isRequired(name))
  return {
    type: 'object',
    properties: Object.fromEntries(
      entries.map(([name, it]) => [
        name,
        attributeOf(it, ['optional', 'defaulted'].includes(it.presence), patch),
      ]),
    ),
    required: required.length > 0 ? required.map(([name]) => name) : undefined,
    additionalProperties: false,
  }
}

const settable = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([, it]) => it.presence !== 'computed'))

/** The body of a create: what the server sets is left out. */
export const wholeOf = (resource: Resource) => objectOf(settable(resource.attributes), () => true)
/** The body of a PUT: the parts of the key stand in the path. */
export const keyedOf = (resource: Resource) =>
  objectOf(settable(resource.attributes), (name) => !resource.key.includes(name))
/** The body of a merge. */
export const changeOf = (resource: Resource) => objectOf(settable(resource.attributes), () => false, true)

const always = ['id', 'created_at', 'updated_at', 'generation']

/** The answer: no secrets; each reference by name and, beside it, by id. */
export const answerOf = ({ attributes, clustered }: Resource): JsonSchema => {
  const properties = Object.entries(attributes)
    .filter(([, { secret }]) => !secret)
    .flatMap(([name, attribute]) => {
      const { presence } = attribute
      const mayBeNull = presence === 'optional' || (presence === 'computed' && !always.includes(name))
      return [[name, attributeOf(attribute, mayBeNull)], ...idBeside(name, attribute, mayBeNull)] as const
    })
  const removing = { type: 'boolean', const: true, description: 'Only while it is being removed.' }
  return {
    type: 'object',
    properties: { ...Object.fromEntries(properties), ...(clustered ? { removing } : {}) },
    required: properties.map(([name]) => name),
  }
}

const idBeside = (name: string, { shape }: Attribute, mayBeNull: boolean): [string, JsonSchema][] => {
  const beside = idNameOf(name, shape)
  if (!beside) return []
  const one = { type: 'string' }
  const schema = shape.kind === 'set' ? { type: 'array', items: one } : one
  const description = shape.kind === 'set' ? `Ids of \`${name}\`, in the same order.` : `Id of \`${name}\`.`
  return [[beside, { ...(mayBeNull ? nullable(schema) : schema), readOnly: true, description }]]
}

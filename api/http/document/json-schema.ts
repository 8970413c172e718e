// Turns shapes of attributes into JSON Schema for OpenAPI 3.1: bodies say what is checked, answers claim nothing more.
import { drawnSecrets, idNameOf, isDrawn, isNullAnswered } from '../../../schemas/index.ts'
import { labelKey } from '../../../schemas/name.ts'
import { naturalKey } from '../../../schemas/place.ts'
import { longestQuantity, quantitySyntax } from '../../../schemas/quantity.ts'
import { spaced } from '../../../schemas/spaced.ts'
import {
  integerBounds,
  mapBound,
  referenceSyntax,
  setBounds,
  textBounds,
  visible,
} from '../../../schemas/syntax.ts'
import type { Attribute, Resource, Shape } from '../../../schemas/vocabulary.ts'

export type JsonSchema = Record<string, unknown>
/** `patched`: what a merge patch says of a value, where null removes what is inside of an object or a map. */
type Purpose = 'given' | 'patched' | 'answered'

/** Refers to a schema of the document's components. */
export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** The schema of a value of that shape. */
const schemaOf = (shape: Shape, purpose: Purpose): JsonSchema => {
  const checked = (constraints: JsonSchema) => (purpose === 'answered' ? {} : constraints)
  const inside = purpose === 'answered' ? purpose : 'given'
  switch (shape.kind) {
    case 'text': {
      if (shape.oneOf) return { type: 'string', enum: [...shape.oneOf] }
      const { min, max } = textBounds(shape)
      const { source } = shape.matches ?? visible(shape)
      return { type: 'string', ...checked({ pattern: source, minLength: min || undefined, maxLength: max }) }
    }
    case 'integer': {
      const { min, max } = integerBounds(shape)
      return { type: 'integer', ...checked({ minimum: min, maximum: max }) }
    }
    case 'quantity':
      return { type: 'string', ...checked({ pattern: quantitySyntax.source, maxLength: longestQuantity }) }
    case 'reference':
      return { type: 'string', ...checked({ pattern: referenceSyntax.source }) }
    case 'boolean':
      return { type: 'boolean' }
    case 'timestamp':
      return { type: 'string', format: 'date-time' }
    case 'set': {
      const { min, max } = setBounds(shape)
      const size = checked({ uniqueItems: true, minItems: min || undefined, maxItems: max })
      return { type: 'array', items: schemaOf(shape.of, inside), ...size }
    }
    case 'map': {
      const entry = schemaOf(shape.of, inside)
      const most = mapBound(shape)
      // A patch sets as many entries as there may be, and takes as many away.
      const size = checked({
        propertyNames: { type: 'string', pattern: labelKey.source },
        maxProperties: purpose === 'patched' ? 2 * most : most,
      })
      return {
        type: 'object',
        additionalProperties: purpose === 'patched' ? nullable(entry) : entry,
        ...size,
      }
    }
    case 'object':
      return objectOf(shape.attributes, purpose)
  }
}

const nullable = (schema: JsonSchema): JsonSchema => ({
  ...schema,
  type: [schema.type, 'null'],
  ...(schema.enum ? { enum: [...(schema.enum as unknown[]), null] } : {}),
})

/**
 * What an omitted value becomes is said in words: generators take the keyword `default` for "always there", and their
 * clients then have to send it.
 */
const descriptionOf = ({ description, default: value, follows }: Attribute, purpose: Purpose) => {
  if (purpose === 'answered') return description
  if (follows) return `${description} Defaults to the value of \`${follows}\`.`
  return value === undefined ? description : `${description} Defaults to \`${JSON.stringify(value)}\`.`
}

const attributeOf = (attribute: Attribute, mayBeNull: boolean, purpose: Purpose): JsonSchema => {
  const schema = schemaOf(attribute.shape, purpose)
  return {
    ...(mayBeNull ? nullable(schema) : schema),
    description: descriptionOf(attribute, purpose),
    writeOnly: isDrawn(attribute) ? undefined : attribute.secret,
    readOnly: attribute.presence === 'computed' ? true : undefined,
  }
}

type Attributes = Resource['attributes']
const omissible = ({ presence }: Attribute) => presence === 'optional' || presence === 'defaulted'

const objectOf = (
  attributes: Attributes,
  purpose: Purpose,
  isRequired = (_: string) => purpose !== 'patched',
): JsonSchema => {
  const entries = Object.entries(attributes)
  const required = entries.filter(([name, it]) => !omissible(it) && isRequired(name)).map(([name]) => name)
  return {
    type: 'object',
    properties: Object.fromEntries(
      entries.map(([name, it]) => [name, attributeOf(it, omissible(it), purpose)]),
    ),
    required: required.length > 0 ? required : undefined,
    additionalProperties: purpose === 'answered' ? undefined : false,
  }
}

const settable = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([, it]) => it.presence !== 'computed'))

/** The body of a create: what the server sets is left out. */
export const wholeOf = (resource: Resource) => objectOf(settable(resource.attributes), 'given')
/** The body of a PUT: the parts of the key stand in the path. */
export const keyedOf = (resource: Resource) =>
  objectOf(settable(resource.attributes), 'given', (name) => !naturalKey(resource).includes(name))
/** The body of a merge. */
export const changeOf = (resource: Resource) => objectOf(settable(resource.attributes), 'patched')

/** The answer: no secrets; each reference by name and, beside it, by id. */
export const answerOf = (resource: Resource): JsonSchema => {
  const properties = Object.entries(resource.attributes)
    .filter(([, { secret }]) => !secret)
    .flatMap(([name, attribute]) => {
      const mayBeNull = isNullAnswered(attribute)
      return [
        [name, attributeOf(attribute, mayBeNull, 'answered')],
        ...idBeside(name, attribute, mayBeNull),
      ] as const
    })
  const deleting = { type: 'boolean', const: true, description: 'Present while the object is being deleted.' }
  return {
    type: 'object',
    properties: {
      ...Object.fromEntries(properties),
      ...(resource.clustered === 'deleted later' ? { deleting } : {}),
    },
    required: properties.map(([name]) => name),
  }
}

/** What a create answers where the server draws a secret: the secret once, and then that the secret is lost. */
export const answeredOnceOf = (resource: Resource): Record<string, JsonSchema> => {
  const names = drawnSecrets(resource)
  if (names.length === 0) return {}
  const { name: noun, attributes } = resource
  const answer = answerOf(resource) as { properties: JsonSchema; required: string[] }
  const once = names.map((name) => {
    const schema = attributeOf(attributes[name]!, false, 'answered')
    const description = `${attributes[name]!.description} Only this answer has it, and that of a dry run does not.`
    return [name, { ...schema, description }]
  })
  const lost = names.map((name) => [
    `${name}_lost`,
    {
      type: 'boolean',
      const: true,
      readOnly: true,
      description: `The first answer had \`${name}\`, and no other has. Delete the ${noun} and create another.`,
    },
  ])
  const words = spaced(noun)
  return {
    [`${noun}_created`]: {
      ...answer,
      description: `A new ${words}, with what is answered once.`,
      properties: { ...answer.properties, ...Object.fromEntries(once) },
    },
    [`${noun}_replayed`]: {
      ...answer,
      description: `The ${words} that the same request created before, without what was answered then.`,
      properties: { ...answer.properties, ...Object.fromEntries(lost) },
      required: [...answer.required, ...lost.map(([name]) => name as string)],
    },
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

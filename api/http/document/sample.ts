// Makes a plausible value of every shape, for the examples of the API document.
import type { Attribute, Resource, Shape } from '../../../schemas/vocabulary.ts'

const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'
const texts = [
  'acme',
  'alice@example.com',
  'https://example.com/icon.svg',
  'https://203.0.113.7:6443',
  'example.com/gpu',
  '203.0.113.0/24',
  pem,
]

/** A value that the attribute accepts. */
export const sample = ({ shape, refuse }: Pick<Attribute, 'shape' | 'refuse'>): unknown => {
  if (shape.kind !== 'text') return sampleOf(shape)
  const { oneOf, matches } = shape
  if (oneOf) return oneOf[0]
  const fits = (it: string) => (!matches || matches.test(it)) && refuse?.(it as never) === undefined
  return texts.find(fits) ?? texts[0]
}

const sampleOf = (shape: Exclude<Shape, { kind: 'text' }>): unknown => {
  switch (shape.kind) {
    case 'boolean':
      return true
    case 'integer':
      return Math.max(shape.min ?? 1, 1)
    case 'quantity':
      return '16'
    case 'timestamp':
      return '2030-01-31T12:00:00Z'
    case 'reference':
      return 'acme'
    case 'set':
      return [sample({ shape: shape.of })]
    case 'map':
      return { team: sample({ shape: shape.of }) }
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.attributes).map(([name, attribute]) => [name, sample(attribute)]),
      )
  }
}

/** The attributes a writer sets; of rival ones, such as two kinds of credential, only the first kind. */
export const sampleBody = ({ attributes }: Resource): Record<string, unknown> => {
  const kinds = new Map<string, string>()
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([, { presence }]) => presence !== 'computed')
      .filter(([, { exclusive }]) => {
        if (!exclusive) return true
        const [group = '', kind = ''] = exclusive.split(':')
        if (!kinds.has(group)) kinds.set(group, kind)
        return kinds.get(group) === kind
      })
      .map(([name, attribute]) => [name, sample(attribute)]),
  )
}

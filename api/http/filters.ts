// What lists can be narrowed by: every text, choice, boolean, reference and set, null, and how a name begins.
import { isNullAnswered } from '../../schemas/index.ts'
import type { Attribute, Resource, Shape } from '../../schemas/vocabulary.ts'
import { boolean, text } from '../../schemas/vocabulary.ts'
import { isColumn } from '../database/schema/columns.ts'
import type { Parameter } from './route.ts'

const isChoice = (shape: Shape) => shape.kind === 'boolean' || (shape.kind === 'text' && !!shape.oneOf)

// What is looked for need not be fit to be stored.
const asked = (shape: Shape) => (shape.kind === 'text' && !shape.oneOf ? text() : shape)

const equal = (name: string, { presence, shape }: Attribute): Parameter[] => {
  if (shape.kind === 'reference') {
    return [{ name, shape, description: `Only those of this ${shape.to}, by name or id.` }]
  }
  if (shape.kind === 'set' && (shape.of.kind === 'reference' || shape.of.kind === 'text')) {
    const called = shape.of.kind === 'reference' ? ', by name or id' : ''
    return [{ name, shape: asked(shape.of), description: `Only those that hold this one${called}.` }]
  }
  if (presence === 'computed' && shape.kind === 'object') {
    return Object.entries(shape.attributes)
      .filter(([, inside]) => isChoice(inside.shape))
      .map(([inside, it]) => ({
        name: `${name}.${inside}`,
        shape: it.shape,
        description: 'Only those equal.',
      }))
  }
  const narrows = isChoice(shape) || (shape.kind === 'text' && presence !== 'computed')
  return narrows ? [{ name, shape: asked(shape), description: 'Only those equal.' }] : []
}

/** A parameter of its own, so that no text can be taken for null. */
const isNull = (name: string, attribute: Attribute): Parameter[] =>
  (isColumn(attribute) || attribute.view) && isNullAnswered(attribute)
    ? [
        {
          name: `${name}.null`,
          shape: boolean(),
          description: `\`true\`: only those without \`${name}\`. \`false\`: only those with it.`,
        },
      ]
    : []

const begins = (resource: Resource, name: string): Parameter[] =>
  name === resource.key.at(-1)
    ? [{ name: `${name}.prefix`, shape: text(), description: `Only those whose \`${name}\` begins so.` }]
    : []

/** The filters of a resource, in the order of its attributes. */
export const filtersOf = (resource: Resource): Parameter[] => [
  { name: 'id', description: 'Only these; give it up to 500 times.', shape: text(), repeated: true },
  ...Object.entries(resource.attributes)
    .filter(([name, { secret }]) => name !== 'id' && !secret)
    .flatMap(([name, attribute]) => [
      ...equal(name, attribute),
      ...begins(resource, name),
      ...isNull(name, attribute),
    ]),
  ...(resource.attributes.labels
    ? [
        {
          name: 'labels',
          description:
            'Only those with this label, as `key=value`; give it several times to ask for all of them.',
          shape: text({ matches: /^[^=]+=/, words: 'written `key=value`' }),
          repeated: true as const,
        },
      ]
    : []),
]

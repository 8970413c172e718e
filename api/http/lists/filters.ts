// The filters of lists: equality, membership in a set, null, the prefix of a name, and labels.
import { isNullAnswered } from '../../../schemas/index.ts'
import { spaced } from '../../../schemas/spaced.ts'
import type { Attribute, Resource, Shape } from '../../../schemas/vocabulary.ts'
import { boolean, text } from '../../../schemas/vocabulary.ts'
import { isColumn } from '../../database/schema/columns.ts'
import type { Parameter } from '../route.ts'

const isChoice = (shape: Shape) => shape.kind === 'boolean' || (shape.kind === 'text' && !!shape.oneOf)

// What is looked for need not be fit to be stored.
const asked = (shape: Shape) => (shape.kind === 'text' && !shape.oneOf ? text() : shape)

const equal = (name: string, { presence, shape }: Attribute): Parameter[] => {
  if (shape.kind === 'reference') {
    return [{ name, shape, description: `Only objects of this ${spaced(shape.to)}, by name or id.` }]
  }
  if (shape.kind === 'set' && (shape.of.kind === 'reference' || shape.of.kind === 'text')) {
    const called = shape.of.kind === 'reference' ? ', by name or id' : ''
    return [
      {
        name,
        shape: asked(shape.of),
        description: `Only objects whose \`${name}\` contain this element${called}.`,
      },
    ]
  }
  if (presence === 'computed' && shape.kind === 'object') {
    return Object.entries(shape.attributes)
      .filter(([, inside]) => isChoice(inside.shape))
      .map(([inside, it]) => ({
        name: `${name}.${inside}`,
        shape: it.shape,
        description: `Only objects with this \`${name}.${inside}\`.`,
      }))
  }
  const narrows = isChoice(shape) || (shape.kind === 'text' && presence !== 'computed')
  return narrows ? [{ name, shape: asked(shape), description: `Only objects with this \`${name}\`.` }] : []
}

/** A parameter of its own, so that no text can be taken for null. */
const isNull = (name: string, attribute: Attribute): Parameter[] =>
  (isColumn(attribute) || attribute.view) && isNullAnswered(attribute)
    ? [
        {
          name: `${name}.null`,
          shape: boolean(),
          description: `\`true\`: only objects without \`${name}\`. \`false\`: only objects with \`${name}\`.`,
        },
      ]
    : []

const begins = (resource: Resource, name: string): Parameter[] =>
  name === resource.key.at(-1)
    ? [
        {
          name: `${name}.prefix`,
          shape: text(),
          description: `Only objects whose \`${name}\` starts with this text.`,
        },
      ]
    : []

/** The filters of a resource, in the order of its attributes. */
export const filtersOf = (resource: Resource): Parameter[] => [
  {
    name: 'id',
    description: 'Only objects with this id. May be given up to 500 times, for any of these ids.',
    shape: text(),
    repeated: true,
  },
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
            'Only objects with this label, as `key=value`. May be given several times, for objects with all of these labels.',
          shape: text({ matches: /^[^=]+=/, words: 'written `key=value`' }),
          repeated: true as const,
        },
      ]
    : []),
]

// What lists can be narrowed by: ids, labels, and every text, boolean or reference that a writer sets.
import type { Attribute, Resource } from '../../schemas/vocabulary.ts'
import { text } from '../../schemas/vocabulary.ts'
import type { Parameter } from './route.ts'

const narrows = ({ presence, shape, secret }: Attribute) =>
  presence !== 'computed' && !secret && ['text', 'boolean', 'reference'].includes(shape.kind)

/** The filters of a resource, in the order of its attributes. */
export const filtersOf = (resource: Resource): Parameter[] => [
  { name: 'id', description: 'Only these; give it up to 500 times.', shape: text(), repeated: true },
  ...Object.entries(resource.attributes)
    .filter(([, attribute]) => narrows(attribute))
    .map(([name, { shape }]) => ({
      name,
      description:
        shape.kind === 'reference' ? `Only those of this ${shape.to}, by name or id.` : 'Only those equal.',
      // What is looked for need not be fit to be stored.
      shape: shape.kind === 'text' && !shape.oneOf ? text() : shape,
    })),
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

// The schema section of a documentation page: every attribute, what it may be and what becomes of it.
import type { Attributes, Attribute as Described, Shape } from '../../schemas/vocabulary.ts'
import type { Attribute, Block, Nested } from '../protocol/schema.ts'
import type { CtyType } from '../protocol/value.ts'

type Inner = { path: string; nested: Nested; described: Attributes }

/** `described` are the attributes of the schema, where they say more than the block does. */
export const schemaSection = ({ attributes }: Block, described: Attributes = {}): string =>
  [
    '## Schema',
    ...groups(attributes, described, '', '### '),
    ...nestedSections(attributes, described, ''),
  ].join('\n\n')

const nestedSections = (them: Record<string, Attribute>, described: Attributes, prefix: string): string[] =>
  innerOf(them, described, prefix).flatMap(({ path, nested, described: inside }) => [
    `<a id="${anchor(path)}"></a>\n### Nested Schema for \`${path}\``,
    ...groups(nested.attributes, inside, path, ''),
    ...nestedSections(nested.attributes, inside, path),
  ])

const groups = (them: Record<string, Attribute>, described: Attributes, prefix: string, level: string) => {
  const kinds: [string, (it: Attribute) => boolean][] = [
    ['Required', (it) => it.required === true],
    ['Optional', (it) => it.optional === true],
    ['Read-Only', (it) => !it.required && !it.optional],
  ]
  return kinds.flatMap(([title, belongs]) => {
    const lines = Object.entries(them)
      .filter(([, it]) => belongs(it))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, it]) => line(name, it, described[name], prefix))
    return lines.length > 0 ? [`${level}${title}${level ? '' : ':'}`, lines.join('\n')] : []
  })
}

const line = (name: string, it: Attribute, described: Described | undefined, prefix: string) => {
  const facts = [it.sensitive ? 'Sensitive' : '', it.writeOnly ? 'Write-only' : '']
  const type = [typeName(it.type), ...facts.filter(Boolean)].join(', ')
  const link = isNested(it.type) ? [`See [below](#${anchor(join(prefix, name))}).`] : []
  return [
    `- \`${name}\` (${type})`,
    it.description ?? '',
    ...(described ? notes(described) : []),
    ...link,
  ].join(' ')
}

/** What a description leaves to the schema. */
const notes = ({
  default: value,
  follows,
  requiresReplace,
  secret,
  whileDeleting,
  shape,
}: Described): string[] => [
  ...limits(shape),
  ...(value === undefined ? [] : [`Defaults to \`${JSON.stringify(value)}\`.`]),
  ...(follows ? [`Defaults to \`${follows}\`, also after a change of \`${follows}\`.`] : []),
  ...(requiresReplace ? ['A change replaces the resource.'] : []),
  ...(whileDeleting ? ['Can be changed while the object is being deleted.'] : []),
  ...(secret ? ['Never stored in plan or state; needs Terraform 1.11.'] : []),
]

const limits = (shape: Shape): string[] => {
  if (shape.kind === 'set') return limits(shape.of).concat(shape.max ? `At most ${shape.max} elements.` : [])
  if (shape.kind === 'map') return shape.max ? [`At most ${shape.max} entries.`] : []
  if (shape.kind === 'integer' && shape.min !== undefined)
    return [shape.max === undefined ? `At least ${shape.min}.` : `From ${shape.min} to ${shape.max}.`]
  if (shape.kind !== 'text') return []
  return [
    ...(shape.oneOf ? [`One of ${shape.oneOf.map((it) => `\`${it}\``).join(', ')}.`] : []),
    ...(shape.words ? [`Takes ${shape.words}.`] : []),
    ...(shape.max ? [`At most ${shape.max} characters.`] : []),
  ]
}

const typeName = (type: CtyType | Nested): string => {
  if (isNested(type)) return `Attributes${type.nesting === 'single' ? '' : ` ${title(type.nesting)}`}`
  if (typeof type === 'string') return type === 'bool' ? 'Boolean' : title(type)
  return `${title(type[0])} of ${typeName(type[1] as CtyType)}`
}

const innerOf = (them: Record<string, Attribute>, described: Attributes, prefix: string): Inner[] =>
  Object.entries(them).flatMap(([name, { type }]) =>
    isNested(type)
      ? [{ path: join(prefix, name), nested: type, described: inside(described[name]?.shape) }]
      : [],
  )

const inside = (shape: Shape | undefined): Attributes => {
  const it = shape?.kind === 'set' || shape?.kind === 'map' ? shape.of : shape
  return it?.kind === 'object' ? it.attributes : {}
}

const isNested = (type: CtyType | Nested): type is Nested => typeof type === 'object' && 'nesting' in type
const join = (prefix: string, name: string) => (prefix ? `${prefix}.${name}` : name)
const anchor = (path: string) => `nestedatt--${path.replaceAll('.', '--')}`
const title = (word: string) => word[0]!.toUpperCase() + word.slice(1)

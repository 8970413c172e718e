// Writes API.md: what the bindings offer, in a form that a reviewer can compare between two commits.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Attribute, Block, Nested } from '../protocol/schema.ts'
import type { CtyType } from '../protocol/value.ts'
import { providerBlock } from '../values/block.ts'
import { managed, sources } from '../values/type-name.ts'
import { mark } from './mark.ts'

/** `organization` → `Organization`, as the generator of the bindings names classes. */
const classNameOf = (name: string) => capitalized(propertyNameOf(name))

/** `display_name` → `displayName`. */
const propertyNameOf = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())

/** Writes `API.md` into `outDir`: each class with its module, the properties it takes and those it answers. */
export const generateBindingsApi = async (outDir: string): Promise<void> => {
  const resources = [...managed].map(([type, { block }]) => {
    const name = type.replace('polder_', '')
    return section(classNameOf(name), name.replaceAll('_', '-'), `Resource \`${type}\``, block)
  })
  const dataSources = [...sources].map(([type, { block }]) =>
    section(
      `Data${classNameOf(type)}`,
      `data-${type.replaceAll('_', '-')}`,
      `Data source \`${type}\``,
      block,
    ),
  )
  const sections = [
    section('PolderProvider', 'provider', 'The provider', providerBlock),
    ...resources,
    ...dataSources,
  ]
  await writeFile(
    join(outDir, 'API.md'),
    [`<!-- ${mark} -->\n${title}`, ...sections].join('\n\n').concat('\n'),
  )
}

const title = `# The bindings for CDKTF and CDKTN

\`npm run generate\` writes the packages \`polder-cdktf\` and \`polder-cdktn\` into \`terraform-bridge/bindings\`. They differ in
the framework they import and in nothing else; paths below are paths in either package.`

const section = (className: string, module: string, what: string, { attributes, blocks = {} }: Block) => {
  const nested = Object.entries(blocks).map(([name, { block }]): [string, Attribute] => [
    name,
    { type: { nesting: 'single', attributes: block.attributes }, optional: true },
  ])
  const all = [...Object.entries(attributes), ...nested]
  const taken = all.filter(([, it]) => it.required || it.optional)
  const answered = all.filter(([, it]) => !it.required && !it.optional)
  return [
    `## ${className}\n\n${what}, from \`lib/${module}\`.\n\n\`\`\`typescript`,
    `interface ${className}Config ${fields(taken, '')}`,
    '```',
    ...(answered.length > 0
      ? [`\nAnswers besides:\n\n\`\`\`typescript\ninterface ${className} ${fields(answered, '')}\n\`\`\``]
      : []),
  ].join('\n')
}

const fields = (them: [string, Attribute][], indent: string): string => {
  const lines = them
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, it]) => {
      const optional = it.optional ? '?' : ''
      return `${indent}  ${propertyNameOf(name)}${optional}: ${typeScriptOf(it.type, `${indent}  `)}\n`
    })
  return lines.length > 0 ? `{\n${lines.join('')}${indent}}` : '{}'
}

const typeScriptOf = (type: CtyType | Nested, indent: string): string => {
  if (typeof type === 'string') return type === 'bool' ? 'boolean' : type
  if ('nesting' in type) {
    const one = fields(Object.entries(type.attributes), indent)
    return { single: one, list: `${one}[]`, set: `${one}[]`, map: `Record<string, ${one}>` }[type.nesting]
  }
  const [kind, of] = type
  const element = typeScriptOf(of as CtyType, indent)
  return kind === 'map' ? `Record<string, ${element}>` : `${element}[]`
}

const capitalized = (word: string) => word[0]!.toUpperCase() + word.slice(1)

// Descriptions of attributes and blocks, as the protocol's schema messages and as types.
import type {
  ResourceIdentitySchema,
  Schema,
  Schema_Attribute,
  Schema_Block,
  Schema_NestedBlock,
} from './messages/tfplugin6.ts'
import { Schema_NestedBlock_NestingMode as nestingMode, StringKind } from './messages/tfplugin6.ts'
import type { CtyType } from './value.ts'

export interface Attribute {
  /** A plain type, or attributes of its own. */
  type: CtyType | Nested
  required?: boolean
  optional?: boolean
  computed?: boolean
  sensitive?: boolean
  writeOnly?: boolean
  /** What to use instead; shown as a warning by Terraform. */
  deprecated?: string
  /** Markdown. */
  description?: string
}

export interface Nested {
  nesting: 'single' | 'list' | 'set' | 'map'
  attributes: Record<string, Attribute>
}

export interface NestedBlock {
  nesting: 'single' | 'list' | 'set' | 'map' | 'group'
  block: Block
  minItems?: number
  maxItems?: number
}

export interface Block {
  attributes: Record<string, Attribute>
  blocks?: Record<string, NestedBlock>
  /** Markdown. */
  description?: string
  deprecated?: string
}

export interface IdentityAttribute {
  type: CtyType
  requiredForImport?: boolean
  optionalForImport?: boolean
  description?: string
}

/** The object type of a block's values: every attribute and every nested block is a key. */
export const typeOf = (block: Block): CtyType => {
  const nested = Object.entries(block.blocks ?? {})
  return [
    'object',
    {
      ...attributeTypes(block.attributes),
      ...Object.fromEntries(nested.map(([name, it]) => [name, repeated(it.nesting, typeOf(it.block))])),
    },
  ]
}

export const schemaOf = (block: Block, version = 0): Schema => ({ version, block: blockMessage(block) })

export const identitySchemaOf = (
  attributes: Record<string, IdentityAttribute>,
  version = 0,
): ResourceIdentitySchema => {
  const identityAttributes = Object.entries(attributes).map(([name, { type, ...rest }]) => ({
    name,
    type: typeBytes(type),
    ...rest,
  }))
  return { version, identityAttributes }
}

const attributeTypes = (attributes: Record<string, Attribute>): Record<string, CtyType> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, { type }]) => [
      name,
      isNested(type) ? repeated(type.nesting, ['object', attributeTypes(type.attributes)]) : type,
    ]),
  )

const repeated = (nesting: NestedBlock['nesting'], type: CtyType): CtyType =>
  nesting === 'single' || nesting === 'group' ? type : [nesting, type]

const isNested = (type: CtyType | Nested): type is Nested => typeof type === 'object' && 'nesting' in type

const typeBytes = (type: CtyType): Buffer => Buffer.from(JSON.stringify(type))

const blockMessage = (block: Block): Schema_Block => ({
  attributes: Object.entries(block.attributes).map(attributeMessage),
  blockTypes: Object.entries(block.blocks ?? {}).map(nestedBlockMessage),
  ...prose(block),
})

const nestedBlockMessage = ([typeName, nested]: [string, NestedBlock]): Schema_NestedBlock => {
  const { nesting, block, minItems, maxItems } = nested
  return { typeName, block: blockMessage(block), nesting: mode(nesting), minItems, maxItems }
}

const attributeMessage = ([name, attribute]: [string, Attribute]): Schema_Attribute => {
  const { type, required, optional, computed, sensitive, writeOnly } = attribute
  return {
    name,
    ...(isNested(type)
      ? {
          nestedType: {
            nesting: mode(type.nesting),
            attributes: Object.entries(type.attributes).map(attributeMessage),
          },
        }
      : { type: typeBytes(type) }),
    required,
    optional,
    computed,
    sensitive,
    writeOnly,
    ...prose(attribute),
  }
}

// Blocks and nested attributes share the numbers of their nesting modes, but for group, which only blocks know.
const mode = <N extends NestedBlock['nesting']>(nesting: N): (typeof nestingMode)[Uppercase<N>] =>
  nestingMode[nesting.toUpperCase() as Uppercase<N>]

const prose = ({ description, deprecated }: { description?: string; deprecated?: string }) => ({
  description,
  descriptionKind: StringKind.MARKDOWN,
  deprecated: deprecated !== undefined,
  deprecationMessage: deprecated,
})

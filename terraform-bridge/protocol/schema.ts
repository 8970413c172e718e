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
export function typeOf(block: Block): CtyType {
  const nested = Object.entries(block.blocks ?? {})
  return [
    'object',
    {
      ...attributeTypes(block.attributes),
      ...Object.fromEntries(nested.map(([name, it]) => [name, repeated(it.nesting, typeOf(it.block))])),
    },
  ]
}

export function schemaOf(block: Block, version = 0): Schema {
  return { version, block: blockMessage(block) }
}

export function identitySchemaOf(
  attributes: Record<string, IdentityAttribute>,
  version = 0,
): ResourceIdentitySchema {
  const identityAttributes = Object.entries(attributes).map(([name, { type, ...rest }]) => ({
    name,
    type: typeBytes(type),
    ...rest,
  }))
  return { version, identityAttributes }
}

function attributeTypes(attributes: Record<string, Attribute>): Record<string, CtyType> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { type }]) => [
      name,
      isNested(type) ? repeated(type.nesting, ['object', attributeTypes(type.attributes)]) : type,
    ]),
  )
}

function repeated(nesting: NestedBlock['nesting'], type: CtyType): CtyType {
  return nesting === 'single' || nesting === 'group' ? type : [nesting, type]
}

function isNested(type: CtyType | Nested): type is Nested {
  return typeof type === 'object' && 'nesting' in type
}

function typeBytes(type: CtyType): Buffer {
  return Buffer.from(JSON.stringify(type))
}

function blockMessage(block: Block): Schema_Block {
  return {
    attributes: Object.entries(block.attributes).map(attributeMessage),
    blockTypes: Object.entries(block.blocks ?? {}).map(nestedBlockMessage),
    ...prose(block),
  }
}

function nestedBlockMessage([typeName, nested]: [string, NestedBlock]): Schema_NestedBlock {
  const { nesting, block, minItems, maxItems } = nested
  return { typeName, block: blockMessage(block), nesting: mode(nesting), minItems, maxItems }
}

function attributeMessage([name, attribute]: [string, Attribute]): Schema_Attribute {
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
function mode<N extends NestedBlock['nesting']>(nesting: N): (typeof nestingMode)[Uppercase<N>] {
  return nestingMode[nesting.toUpperCase() as Uppercase<N>]
}

function prose({ description, deprecated }: { description?: string; deprecated?: string }) {
  return {
    description,
    descriptionKind: StringKind.MARKDOWN,
    deprecated: deprecated !== undefined,
    deprecationMessage: deprecated,
  }
}

// Schemas in the form of `terraform providers schema -json`, worked out without Terraform.
import type { Attribute, Block, NestedBlock } from '../protocol/schema.ts'
import { providerBlock } from '../values/block.ts'
import { managed, sources } from '../values/type-name.ts'

/** The source address with its default registry host, as Terraform keys its answer. */
export const address = 'registry.terraform.io/polder/polder'

type Json = { [key: string]: unknown }

/** What Terraform says of this provider; keys sorted, so that equal schemas give equal bytes. */
export const providerSchemas = (): Json =>
  sorted({
    format_version: '1.0',
    provider_schemas: {
      [address]: {
        provider: versioned(providerBlock),
        resource_schemas: each(Object.fromEntries(managed), ({ block }) => versioned(block)),
        data_source_schemas: each(Object.fromEntries(sources), ({ block }) => versioned(block)),
      },
    },
  }) as Json

const versioned = (block: Block) => ({ version: 0, block: blockJson(block) })

const blockJson = ({ attributes, blocks, description }: Block): Json => ({
  attributes: each(attributes, attributeJson),
  ...(blocks ? { block_types: each(blocks, nestedBlockJson) } : {}),
  ...prose(description),
})

const nestedBlockJson = ({ nesting, block, minItems, maxItems }: NestedBlock): Json => ({
  nesting_mode: nesting,
  block: blockJson(block),
  min_items: minItems,
  max_items: maxItems,
})

const attributeJson = ({ type, description, deprecated, writeOnly, ...rest }: Attribute): Json => ({
  ...(typeof type === 'object' && 'nesting' in type
    ? { nested_type: { nesting_mode: type.nesting, attributes: each(type.attributes, attributeJson) } }
    : { type }),
  ...prose(description),
  ...rest,
  deprecated: deprecated === undefined ? undefined : true,
  write_only: writeOnly,
})

const prose = (description?: string) =>
  description ? { description, description_kind: 'markdown' } : { description_kind: 'plain' }

const each = <T>(them: Record<string, T>, as: (it: T) => Json) =>
  Object.fromEntries(Object.entries(them).map(([name, it]) => [name, as(it)]))

// Types are arrays (`["set","string"]`) and keep their order.
const sorted = (it: unknown): unknown =>
  typeof it !== 'object' || it === null || Array.isArray(it)
    ? it
    : Object.fromEntries(
        Object.entries(it)
          .filter(([, value]) => value !== undefined)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, value]) => [key, sorted(value)]),
      )

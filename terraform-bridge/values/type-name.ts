// Terraform's names of resources and data sources, each with what it stands for and the type of its values.
import { offeredAs, pluralOf } from '../../schemas/index.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import { type Block, typeOf } from '../protocol/schema.ts'
import type { CtyType } from '../protocol/value.ts'
import { dataSourceBlock, pluralBlock, resourceBlock } from './block.ts'

interface Named {
  readonly resource: Resource
  readonly block: Block
  readonly type: CtyType
}
interface NamedSource extends Named {
  readonly plural: boolean
}

/** `polder_organization`. */
export const typeNameOf = (resource: Resource) => `polder_${resource.name}`

/** The managed resource of that name; Terraform asks only for names that the schema gave it. */
export const resourceOf = (typeName: string): Named => found(managed, typeName)

/** The data source of that name, singular or plural. */
export const dataSourceOf = (typeName: string): NamedSource => found(sources, typeName)

const named = (resource: Resource, block: Block): Named => ({ resource, block, type: typeOf(block) })

export const managed = new Map(
  offeredAs('resource').map((it) => [typeNameOf(it), named(it, resourceBlock(it))]),
)

export const sources = new Map(
  offeredAs('data source').flatMap((it): [string, NamedSource][] => [
    [typeNameOf(it), { ...named(it, dataSourceBlock(it)), plural: false }],
    [`polder_${pluralOf(it)}`, { ...named(it, pluralBlock(it)), plural: true }],
  ]),
)

const found = <T>(table: ReadonlyMap<string, T>, typeName: string): T => {
  const it = table.get(typeName)
  if (!it) throw new Error(`the provider has no type ${typeName}`)
  return it
}

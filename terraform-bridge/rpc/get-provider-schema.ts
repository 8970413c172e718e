// GetProviderSchema: everything a configuration may say.
import type { ServerCapabilities } from '../protocol/messages/tfplugin6.ts'
import type { Response } from '../protocol/methods.ts'
import { type Block, schemaOf } from '../protocol/schema.ts'
import { providerBlock } from '../values/block.ts'
import { managed, sources } from '../values/type-name.ts'

export const getProviderSchema = (): Response<'getProviderSchema'> => ({
  provider: schemaOf(providerBlock),
  resourceSchemas: schemas(managed),
  dataSourceSchemas: schemas(sources),
  serverCapabilities,
})

/** Destroys are planned with us, and core may keep the schema instead of asking again. */
export const serverCapabilities: ServerCapabilities = {
  planDestroy: true,
  getProviderSchemaOptional: true,
  moveResourceState: true,
}

const schemas = (blocks: ReadonlyMap<string, { block: Block }>) =>
  Object.fromEntries([...blocks].map(([name, { block }]) => [name, schemaOf(block)]))

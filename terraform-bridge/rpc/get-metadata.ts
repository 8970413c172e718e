// GetMetadata: the names of everything, without the schemas.
import type { Response } from '../protocol/methods.ts'
import { serverCapabilities } from './get-provider-schema.ts'
import { managed, sources } from './type-name.ts'

export const getMetadata = (): Response<'getMetadata'> => ({
  serverCapabilities,
  resources: names(managed),
  dataSources: names(sources),
})

const names = (blocks: ReadonlyMap<string, unknown>) => [...blocks.keys()].map((typeName) => ({ typeName }))

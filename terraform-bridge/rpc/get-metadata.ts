// GetMetadata: the names of everything, without the schemas.
import type { Response } from '../protocol/methods.ts'
import { managed, sources } from '../values/type-name.ts'
import { serverCapabilities } from './get-provider-schema.ts'

export const getMetadata = (): Response<'getMetadata'> => ({
  serverCapabilities,
  resources: names(managed),
  dataSources: names(sources),
})

const names = (blocks: ReadonlyMap<string, unknown>) => [...blocks.keys()].map((typeName) => ({ typeName }))

// GetResourceIdentitySchemas (Terraform 1.12): what identifies an object is its id; an import may give its key instead.
import type { Response } from '../protocol/methods.ts'
import { identitySchemaOf } from '../protocol/schema.ts'
import { identityAttributes } from '../values/block.ts'
import { managed } from '../values/type-name.ts'

export const getResourceIdentitySchemas = (): Response<'getResourceIdentitySchemas'> => ({
  identitySchemas: Object.fromEntries(
    [...managed].map(([name, { resource }]) => [name, identitySchemaOf(identityAttributes(resource))]),
  ),
})

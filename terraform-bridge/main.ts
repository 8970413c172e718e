// The provider's process: hands the calls of Terraform to the RPC of their name.
import { createSession, type Session } from './memory/session.ts'
import { serve } from './plugin/serve.ts'
import { type MethodName, methods, type Request, type Response } from './protocol/methods.ts'
import { applyResourceChange } from './rpc/apply-resource-change.ts'
import { configureProvider } from './rpc/configure-provider.ts'
import { getFunctions } from './rpc/get-functions.ts'
import { getMetadata } from './rpc/get-metadata.ts'
import { getProviderSchema } from './rpc/get-provider-schema.ts'
import { getResourceIdentitySchemas } from './rpc/get-resource-identity-schemas.ts'
import { importResourceState } from './rpc/import-resource-state.ts'
import { moveResourceState } from './rpc/move-resource-state.ts'
import { planResourceChange } from './rpc/plan-resource-change.ts'
import { readDataSource } from './rpc/read-data-source.ts'
import { readResource } from './rpc/read-resource.ts'
import { stopProvider } from './rpc/stop-provider.ts'
import { upgradeResourceIdentity } from './rpc/upgrade-resource-identity.ts'
import { upgradeResourceState } from './rpc/upgrade-resource-state.ts'
import { validateDataResourceConfig } from './rpc/validate-data-resource-config.ts'
import { validateProviderConfig } from './rpc/validate-provider-config.ts'
import { validateResourceConfig } from './rpc/validate-resource-config.ts'

type Rpc<M extends MethodName> = (request: Request<M>, session: Session) => Response<M> | Promise<Response<M>>

/** What this provider offers; Terraform calls nothing else, for its schema names nothing else. */
const rpcs: { [M in MethodName]?: Rpc<M> } = {
  applyResourceChange,
  configureProvider,
  getFunctions,
  getMetadata,
  getProviderSchema,
  getResourceIdentitySchemas,
  importResourceState,
  moveResourceState,
  planResourceChange,
  readDataSource,
  readResource,
  stopProvider,
  upgradeResourceIdentity,
  upgradeResourceState,
  validateDataResourceConfig,
  validateProviderConfig,
  validateResourceConfig,
}

const session = createSession()

await serve({
  source: 'polder/polder',
  onShutdown: async () => session.connection?.confirmations.end(1000),
  methods: new Map(
    methods().flatMap(({ name, path, decode, encode }) => {
      const rpc = rpcs[name] as Rpc<MethodName> | undefined
      if (!rpc) return []
      const call = (request: unknown) => rpc(request as Request<MethodName>, session)
      return [[path, { requestStream: false, responseStream: false, decode, encode, call }] as const]
    }),
  ),
})

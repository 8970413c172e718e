// The types of the route table: a route, a request that matched it, and an answer.
import type { Resource, Shape } from '../../schemas/vocabulary.ts'
import type { Actor } from '../resources/rules.ts'

export type Verb =
  | 'list'
  | 'create'
  | 'read'
  | 'update'
  | 'put'
  | 'delete'
  | 'reconcile'
  | 'create_dry_runs'
  | 'create_confirmations'
  | 'read_manifest'
  | 'read_new_manifest'
  | 'alive'
  | 'ready'
  | 'document'
  | 'reference'

/** A query parameter; one that is not named by the route is refused. */
export type Parameter = { name: string; description: string; shape: Shape; repeated?: true }

export type Route = {
  /** What generated clients call the operation: `createOrganization`. */
  id: string
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** `/v1/org_memberships/{organization}/{user}` */
  path: string
  does: Verb
  summary: string
  parameters: readonly Parameter[]
  resource?: Resource
  /** The request has a body: the whole object, or what changes. */
  body?: 'whole' | 'change'
  /** Strangers may ask. Every other route refuses them. */
  public?: true
  /** It changes no object and no right, whatever its method. */
  quiet?: true
  /** It never succeeds, and says why: it is not in the API document. */
  refuses?: true
}

export type Query = ReadonlyMap<string, readonly string[]>

export type Asked = {
  route: Route
  resource?: Resource
  actor: Actor
  /** The same user while a request waits. Throws where the token or the right was taken away meanwhile. */
  actorNow(): Promise<Actor>
  requestId: string
  /** The variable parts of the path, decoded, in order. */
  address: readonly string[]
  query: Query
  header(name: string): string | undefined
  body: Record<string, unknown>
  /** Of a dry run of a create: the id of the object that counts as deleted. */
  replaces?: string
  /** Whether waiting any longer is in vain: the client has gone, or the server is going. */
  over(): boolean
}

export type Answer = {
  status: number
  /** An object becomes JSON; text and bytes are sent as they are, with a `content-type` of their own. */
  body?: object | string | Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
}

// The closed set of refusals: every code with its HTTP status and its title, and the error that carries one.

const catalogue = {
  malformed: [400, 'The request cannot be read'],
  unauthenticated: [401, 'Authentication is required'],
  forbidden: [403, 'Permission is denied'],
  not_found: [404, 'The object does not exist'],
  unknown_path: [404, 'The path does not exist'],
  method_not_allowed: [405, 'The path does not support this method'],
  request_timeout: [408, 'The request did not arrive in time'],
  taken: [409, 'Another object already has this value'],
  in_use: [409, 'The object is still in use'],
  protected: [409, 'The object is protected from deletion'],
  built_in: [409, 'The object is built in'],
  is_default: [409, 'The object is a default of the deployment'],
  singleton: [409, 'There is always exactly one object of this type'],
  last_manager: [409, 'The member is the last manager of the organization'],
  last_site_admin: [409, 'The user is the last site admin'],
  deleting: [409, 'The object is being deleted'],
  managed_elsewhere: [409, 'The allowlist is managed by its provider'],
  namespace_owned: [409, 'The namespace belongs to another provider'],
  other_cluster: [409, 'The address belongs to another cluster'],
  region_not_allowed: [409, 'The region is not allowed'],
  suspended: [409, 'The user is suspended'],
  cordoned: [409, 'The organization is cordoned'],
  stale: [412, 'The object has changed since it was read'],
  already_exists: [412, 'The object already exists'],
  too_large: [413, 'The request is too large'],
  unsupported_media_type: [415, 'The body must be JSON'],
  expectation_failed: [417, 'The expectation cannot be met'],
  invalid: [422, 'A value is not valid'],
  unknown_attribute: [422, 'The attribute does not exist'],
  immutable: [422, 'The attribute cannot be changed'],
  unresolved: [422, 'The referenced object does not exist'],
  key_mismatch: [422, 'The body and the path name different objects'],
  idempotency_mismatch: [422, 'The idempotency key was used for another request'],
  too_many_requests: [429, 'Too many requests'],
  headers_too_large: [431, 'The headers are too large'],
  internal: [500, 'The server has a defect'],
  busy: [503, 'The server is too busy'],
  unavailable: [503, 'The server is not available'],
  cluster_unavailable: [503, 'The cluster cannot be asked'],
  outcome_unknown: [503, 'The outcome of the change is unknown'],
  version_not_supported: [505, 'The HTTP version is not supported'],
} as const satisfies Record<string, readonly [status: number, title: string]>

export type Code = keyof typeof catalogue
export const codes = Object.keys(catalogue) as Code[]
export const statusOf = (code: Code): number => catalogue[code][0]
export const titleOf = (code: Code): string => catalogue[code][1]

/** Objects of one kind that stand in the way: all of them counted, at most 20 named. */
export type Blocker = { resource: string; count: number; items: { id: string; name: string }[] }

export type More = {
  /** Dotted path: `cluster.server`, `permissions[2].scope`, `labels["a"]`. */
  attribute?: string
  /** Everything wrong with a body; the first is repeated at the top. */
  errors?: { attribute: string; code: Code; detail: string }[]
  blockers?: Blocker[]
  /** What has the name already, for whoever wants to import it. */
  existing?: { id: string; key: string }
  /** Seconds. */
  retryAfter?: number
  /** Another status than the code's own, where the contract gives one. */
  status?: number
  cause?: unknown
}

/** A refusal in public words; whoever throws one promises that nothing was changed, `outcome_unknown` aside. */
export class ApiError extends Error {
  readonly code: Code
  readonly status: number
  readonly detail: string
  readonly attribute?: string
  readonly errors?: More['errors']
  readonly blockers?: Blocker[]
  readonly existing?: More['existing']
  readonly retryAfter?: number

  constructor(code: Code, detail: string, more: More = {}) {
    // A refusal is no defect: nobody reads where it was thrown, and finding out is what a flood of them would cost most.
    const { stackTraceLimit } = Error
    if ((more.status ?? statusOf(code)) < 500) Error.stackTraceLimit = 0
    super(detail, { cause: more.cause })
    Error.stackTraceLimit = stackTraceLimit
    this.name = 'ApiError'
    this.code = code
    this.status = more.status ?? statusOf(code)
    this.detail = detail
    this.attribute = more.attribute
    this.errors = more.errors
    this.blockers = more.blockers
    this.existing = more.existing
    this.retryAfter = more.retryAfter
  }
}

/** Throws one refusal of all that is wrong with a body, the first at its top; nothing where nothing is wrong. */
export const refuseAll = (errors: NonNullable<More['errors']>): void => {
  const [first] = errors
  if (first) throw apiError(first.code, first.detail, { attribute: first.attribute, errors })
}

/** What an address finds nothing of: `acme/ada`, or an id. */
export const notFound = (noun: string, address: readonly string[]) =>
  apiError('not_found', `The ${noun} \`${address.join('/')}\` does not exist.`)

/** `throw apiError('taken', 'An organization called `acme` exists.', { attribute: 'name' })` */
export const apiError = (code: Code, detail: string, more?: More) => new ApiError(code, detail, more)

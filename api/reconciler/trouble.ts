// What goes wrong between Polder and a cluster, in words for people, and what it means for the next try.

/**
 * `until`: the server said when. `stalled`: a person must act. `generic`: trying again may help. `pending`: somebody is
 * at work in the cluster, and what they do is looked for every half minute at least.
 */
export type Patience = 'until' | 'stalled' | 'generic' | 'pending'

export class Trouble extends Error {
  /** One CamelCase word. */
  readonly reason: string
  readonly patience: Patience
  /** HTTP status, when the server answered. */
  readonly status?: number
  /** Seconds, when the server said so. */
  readonly retryAfter?: number

  constructor(
    reason: string,
    message: string,
    more: { patience?: Patience; status?: number; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause })
    this.reason = reason
    this.patience = more.patience ?? (more.retryAfter === undefined ? 'generic' : 'until')
    this.status = more.status
    this.retryAfter = more.retryAfter
  }
}

export const stalled = (reason: string, message: string) =>
  new Trouble(reason, message, { patience: 'stalled' })

/** Why a namespace stays, as a sentence goes on, and another that says what helps. */
export const inUse = (namespace: string, why: string) =>
  new Trouble(
    'NamespaceInUse',
    `Namespace ${namespace} is kept: ${why}, or delete with force: all that is in the namespace goes then.`,
    {
      patience: 'pending',
    },
  )

const certificate = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ALTNAME/
const unknownHost = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME'])

/** A call that got no answer. */
export const unanswered = (host: string, error: unknown): Trouble => {
  if (error instanceof Trouble) return error
  const { code = '', message = '', name = '' } = error as { code?: string; message?: string; name?: string }
  if (unknownHost.has(code)) {
    return new Trouble('HostNotFound', `The host name of ${host} is not known to the resolver.`)
  }
  if (certificate.test(code)) {
    const why = message.replace(/\.$/, '')
    return new Trouble(
      'BadCertificate',
      `The certificate of ${host} is not trusted: ${why}. Correct cluster.ca_data or cluster.server.`,
    )
  }
  const why = name === 'TimeoutError' ? 'it does not answer in time' : code || message || 'no connection'
  return new Trouble('HostUnreachable', `${host} cannot be reached: ${why}.`, { cause: error })
}

/** A call that something else answered, such as a portal where people log in. */
export const notKubernetes = (host: string) =>
  new Trouble(
    'NotKubernetes',
    `The server at ${host} is not a Kubernetes API server. Correct cluster.server.`,
  )

/** A call that was refused; `told` is what the API server said. */
export const refused = (host: string, status: number, told: string, retryAfter?: number): Trouble => {
  const more = { status, retryAfter }
  if (status === 401) {
    return new Trouble('CredentialsRefused', `${host} does not accept the credential.`, more)
  }
  if (status === 403) return new Trouble('PermissionMissing', `${host} forbids: ${told}`, more)
  if (status === 404) return new Trouble('NotFound', `${host} does not have: ${told}`, more)
  if (status === 409) return new Trouble('Conflict', `${host} sees a conflict: ${told}`, more)
  if (status === 422 || status === 400) return new Trouble('Invalid', `${host} refuses: ${told}`, more)
  if (status === 429)
    return new Trouble('Throttled', `${host} asks for patience.`, { status, retryAfter: retryAfter ?? 1 })
  if (status >= 300 && status < 400) {
    return new Trouble('Redirected', `${host} redirects elsewhere, which is never followed.`, more)
  }
  return new Trouble('ServerError', `${host} answered ${status}: ${told}`, more)
}

const ofCluster = new Set([
  'AnswerTooLarge',
  'BadCertificate',
  'CredentialsRefused',
  'HostNotFound',
  'HostUnreachable',
  'NotKubernetes',
  'Redirected',
  'Throttled',
])

/** Whether the whole cluster is in trouble, so that going on with the next organization is pointless. */
const concernsCluster = (error: unknown): error is Trouble =>
  error instanceof Trouble && (ofCluster.has(error.reason) || error.status === 503 || error.status === 504)

/** Trouble with one organization or namespace; throws on what concerns the whole cluster, and every defect. */
export const troubleOfOne = (error: unknown): Trouble => {
  if (concernsCluster(error) || !(error instanceof Trouble)) throw error
  return error
}

/**
 * Whether the cluster answers, and cannot or will not tell about the one kind that was asked for. A kind whose objects
 * cannot be read is answered with 429 by newer API servers.
 */
export const concernsOneKind = (error: unknown): error is Trouble =>
  error instanceof Trouble && (error.reason === 'NotKubernetes' || ![undefined, 401].includes(error.status))

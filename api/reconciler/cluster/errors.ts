// What goes wrong between Polder and a cluster, in words for people, and what the error means for the next try.

/**
 * `transient`: trying again may help. `retry-after`: the server said when. `stalled`: a person must act, and trying
 * again changes nothing. `waiting`: the cluster is at work, and what it does is looked for, without any back-off.
 */
export type ErrorKind = 'transient' | 'retry-after' | 'stalled' | 'waiting'

export class ClusterError extends Error {
  /** One CamelCase word. */
  readonly reason: string
  readonly kind: ErrorKind
  /** HTTP status, when the server answered. */
  readonly status?: number
  /** Seconds, when the server said so. */
  readonly retryAfter?: number

  constructor(
    reason: string,
    message: string,
    more: { kind?: ErrorKind; status?: number; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause })
    this.reason = reason
    this.kind = more.kind ?? (more.retryAfter === undefined ? 'transient' : 'retry-after')
    this.status = more.status
    this.retryAfter = more.retryAfter
  }
}

export const stalled = (reason: string, message: string) =>
  new ClusterError(reason, message, { kind: 'stalled' })

/** Why a namespace stays, as a sentence goes on, and another that says what helps. */
export const inUse = (namespace: string, why: string) =>
  new ClusterError(
    'NamespaceInUse',
    `Namespace ${namespace} is kept: ${why}, or delete with force: all that is in the namespace goes then.`,
    { kind: 'waiting' },
  )

const certificate = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ALTNAME/
const unknownHost = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME'])
const brokenOff = new Set(['ECONNRESET', 'EPIPE', 'Z_BUF_ERROR', 'HPE_INVALID_EOF_STATE'])

/** Whether the connection was lost before the whole answer came, as opposed to never made. */
export const isBrokenOff = (error: unknown) =>
  brokenOff.has((error as { code?: string } | undefined)?.code ?? '')

/** A call that got no answer, or half of one. */
export const unanswered = (host: string, error: unknown): ClusterError => {
  if (error instanceof ClusterError) return error
  const { code = '', message = '', name = '' } = error as { code?: string; message?: string; name?: string }
  if (unknownHost.has(code)) {
    return new ClusterError('HostNotFound', `The host name of ${host} is not known to the resolver.`)
  }
  if (certificate.test(code)) {
    const why = message.replace(/\.$/, '')
    return new ClusterError(
      'BadCertificate',
      `The certificate of ${host} is not trusted: ${why}. Correct cluster.ca_data or cluster.server.`,
    )
  }
  const unreachable = (why: string) =>
    new ClusterError('HostUnreachable', `${host} cannot be reached: ${why}.`, { cause: error })
  if (name === 'TimeoutError') return unreachable('the server does not answer in time')
  if (isBrokenOff(error)) return unreachable(`the connection broke off (${code})`)
  return unreachable(code || message || 'no connection')
}

/** A call that something else answered, such as a portal where people log in. */
export const notKubernetes = (host: string) =>
  new ClusterError(
    'NotKubernetes',
    `The server at ${host} is not a Kubernetes API server. Correct cluster.server.`,
  )

/** An answer that promised JSON and is none: most likely something on the way has cut it. */
export const unreadable = (host: string) =>
  new ClusterError('AnswerUnreadable', `${host} sent an answer that is not whole.`)

/** What an API server says in the body of a refusal: a `Status` of its API. */
export type Told = { message: string; causes?: readonly { reason?: string }[] }

/** A call that was refused. `retryAfter` in seconds. */
export const refused = (host: string, status: number, told: Told, retryAfter?: number): ClusterError => {
  const { message, causes = [] } = told
  const error = (reason: string, words: string, kind?: ErrorKind) =>
    new ClusterError(reason, `${host} ${words}`, { kind, status, retryAfter })
  if (causes.some(({ reason }) => reason === 'NamespaceTerminating'))
    return error('NamespaceTerminating', `forbids: ${message}`, 'waiting')
  if (status === 401) return error('CredentialsRefused', 'does not accept the credential.')
  if (status === 403) return error('PermissionMissing', `forbids: ${message}`)
  if (status === 404) return error('NotFound', `does not have: ${message}`)
  if (status === 409) return error('Conflict', `sees a conflict: ${message}`)
  if (status === 410) return error('Expired', `no longer has that version: ${message}`)
  if (status === 422 || status === 400) return error('Invalid', `refuses: ${message}`, 'stalled')
  if (status === 429) {
    const more = { status, retryAfter: retryAfter ?? 1 }
    return new ClusterError('Throttled', `${host} asks for fewer requests.`, more)
  }
  if (status >= 300 && status < 400)
    return error('Redirected', 'redirects elsewhere, which is never followed.')
  return error('ServerError', `answered ${status}: ${message}`)
}

/** We have closed the connection ourselves: that says nothing of the cluster. */
export const isClosed = (error: unknown) => error instanceof ClusterError && error.reason === 'Closed'

const ofCluster = new Set([
  'AnswerTooLarge',
  'AnswerUnreadable',
  'BadCertificate',
  'Closed',
  'CredentialsRefused',
  'HostNotFound',
  'HostUnreachable',
  'NotKubernetes',
  'Redirected',
  'Throttled',
])

/** Whether the whole cluster is concerned, so that going on with the next organization is pointless. */
export const isOfCluster = (error: unknown): error is ClusterError =>
  error instanceof ClusterError &&
  (ofCluster.has(error.reason) || error.status === 503 || error.status === 504)

/** The error of one organization or namespace; throws what concerns the whole cluster, and every defect. */
export const errorOfOne = (error: unknown): ClusterError => {
  if (isOfCluster(error) || !(error instanceof ClusterError)) throw error
  return error
}

// What the API answers when it refuses, and what stands between the bridge and an answer.

interface Blocker {
  resource: string
  count: number
  items: { id: string; name: string }[]
}

/** The members of `application/problem+json` (RFC 9457) as the API writes them. */
export interface ProblemBody {
  title: string
  status: number
  code: string
  detail: string
  attribute?: string
  errors?: { attribute: string; code: string; detail: string }[]
  blockers?: Blocker[]
  existing?: { id: string; key: string }
}

/** The API refused: nothing was changed. */
export class Problem extends Error {
  readonly body: ProblemBody

  constructor(body: ProblemBody) {
    super(body.detail)
    this.body = body
  }

  get code(): string {
    return this.body.code
  }
}

/** No answer came, or none that an API of this kind gives; the message says what to do. */
export class Unreachable extends Error {}

/** Terraform asked to stop: before anything was sent, unless that is in doubt. */
export class Stopped extends Error {
  constructor(inDoubt = false) {
    super(
      inDoubt
        ? 'Terraform was interrupted when the connection had broken, so that it is not known whether this was done. Plan again: what was done is found then.'
        : 'Terraform was interrupted before this was sent; nothing was changed.',
    )
  }
}

/** The refusal in an answer's body, also when a proxy between spoke instead of the API. */
export const problemOf = (status: number, body: unknown): Problem => {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Partial<ProblemBody>
  return new Problem({
    ...given,
    status,
    title: given.title ?? `The API answered ${status}`,
    code: given.code ?? 'unknown',
    detail:
      given.detail ??
      `The answer with status ${status} is not one of this API: check that the provider's \`url\` leads to it.`,
  })
}

/** What to do when no answer came. */
export const unreachable = (url: string, error: NodeJS.ErrnoException): Unreachable => {
  const { code = '', message } = error
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME/.test(code)) {
    return new Unreachable(
      `The certificate of ${url} is not trusted (${code}). Set \`ca_file\` of the provider, or POLDER_CA_FILE, to the authority that signed it.`,
    )
  }
  if (code === 'EPROTO') {
    return new Unreachable(
      `What listens at ${url} does not speak TLS. If it is Polder itself, without a proxy in front, begin the provider's \`url\`, or POLDER_URL, with \`http://\`.`,
    )
  }
  const cause =
    { ECONNREFUSED: 'the connection is refused', ENOTFOUND: 'there is no such host' }[code] ?? message
  return new Unreachable(
    `The Polder API at ${url} cannot be reached: ${cause}. Start it, or set \`url\` of the provider, or POLDER_URL, to where it listens; then run Terraform again.`,
  )
}

// What the API answers when it refuses, and what Terraform's interruption leaves unknown.

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

// Of an answer that is not the API's.
const unknownCode = 'unknown'

/** The API refused: nothing was changed. */
export class Problem extends Error {
  readonly body: ProblemBody
  readonly told: Set<string>

  /** `told` holds what was told of requests over the same connection before. */
  constructor(body: ProblemBody, told = new Set<string>()) {
    super(body.detail)
    this.body = body
    this.told = told
  }

  get code(): string {
    return this.body.code
  }

  /** Whether the API has judged what was asked: not who asks, nor that it is busy, nor somebody between. */
  get isRefusal(): boolean {
    const { status, code } = this.body
    return status >= 400 && status < 500 && ![401, 408, 429].includes(status) && code !== unknownCode
  }
}

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

/** The refusal in an answer's body. */
export const problemOf = (status: number, body: Record<string, unknown>, told?: Set<string>): Problem => {
  const given = body as Partial<ProblemBody>
  const complete = {
    ...given,
    status,
    title: given.title ?? `The API answered ${status}`,
    code: given.code ?? unknownCode,
    detail: given.detail ?? `The API gave no reason for status ${status}.`,
  }
  return new Problem(complete, told)
}

// The error of a request that the API refused.

interface Blocker {
  resource: string
  count: number
  items: { id: string; name: string }[]
}

/** The problem details of RFC 9457, `application/problem+json`, as the API writes them. */
export interface ProblemDetails {
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
export class ApiError extends Error {
  readonly body: ProblemDetails
  readonly told: Set<string>

  /** `told` holds what was told of requests over the same connection before. */
  constructor(body: ProblemDetails, told = new Set<string>()) {
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

/** The refusal in an answer's body. */
export const apiErrorOf = (status: number, body: Record<string, unknown>, told?: Set<string>): ApiError => {
  const given = body as Partial<ProblemDetails>
  const complete = {
    ...given,
    status,
    title: given.title ?? `The API answered ${status}`,
    code: given.code ?? unknownCode,
    detail: given.detail ?? `The API gave no reason for status ${status}.`,
  }
  return new ApiError(complete, told)
}

// Turns an ApiError into application/problem+json (RFC 9457). Any other error is a defect of the server.
import type { Logger } from 'pino'
import { ApiError, apiError, type Code, titleOf } from '../errors.ts'
import type { Answer } from './route.ts'

/** PostgreSQL's "data exception": a value that no check refused but no column holds. */
const unfit = /^22[0-9A-Z]{3}$/

const ours: Code[] = ['internal', 'unavailable', 'outcome_unknown']

const refusalOf = (error: unknown, requestId: string, log: Logger): ApiError => {
  if (error instanceof ApiError) {
    if (ours.includes(error.code)) log.error({ err: error.cause ?? error, requestId }, error.detail)
    return error
  }
  log.error({ err: error, requestId }, 'a request failed for a reason of our own')
  if (unfit.test(String((error as { code?: unknown } | undefined)?.code ?? ''))) {
    return apiError(
      'invalid',
      `A value of the request cannot be stored. The log of the server has more under request ${requestId}.`,
    )
  }
  return apiError('internal', `The server has a defect. Its log has more under request ${requestId}.`)
}

/** The public words of an error. */
export const problem = (error: unknown, requestId: string, log: Logger): Answer => {
  const it = refusalOf(error, requestId, log)
  const { code, status, detail, attribute, errors, blockers, existing, retryAfter } = it
  return {
    status,
    body: {
      type: `urn:polder:problem:${code}`,
      title: titleOf(code),
      status,
      code,
      detail,
      attribute,
      errors,
      blockers,
      existing,
    },
    headers: {
      'content-type': 'application/problem+json',
      ...(retryAfter ? { 'Retry-After': String(retryAfter) } : {}),
      ...(status === 401 ? { 'WWW-Authenticate': 'Bearer realm="polder"' } : {}),
    },
  }
}

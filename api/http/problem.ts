// Failure → application/problem+json (RFC 9457). What is no Failure is a defect of ours, or a database that is away.
import type { Logger } from 'pino'
import { Failure, failure, titleOf } from '../errors.ts'
import type { Answer } from './route.ts'

/** Node's and PostgreSQL's codes for "no connection": classes 08, 53 and 57P of the SQLSTATE table. */
const away = /^(ECONN|EPIPE|ENOENT|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|08|53|57P)/
const awayWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a conn)/
/** PostgreSQL's "data exception": a value that no check refused but no column holds. */
const unfit = /^22[0-9A-Z]{3}$/

type Coded = { code?: unknown; message?: unknown; cause?: unknown; driverError?: unknown }

const isAway = (error: Coded | undefined): boolean =>
  away.test(String(error?.code ?? '')) || awayWords.test(String(error?.message ?? ''))

const refusalOf = (error: unknown, requestId: string, log: Logger): Failure => {
  if (error instanceof Failure) return error
  const coded = error as Coded | undefined
  if (isAway(coded) || isAway(coded?.cause as Coded) || isAway(coded?.driverError as Coded)) {
    log.error({ err: error, requestId }, 'the database cannot be reached')
    return failure('unavailable', 'The database cannot be reached for the moment; ask again.', {
      retryAfter: 1,
    })
  }
  log.error({ err: error, requestId }, 'a request failed for a reason of our own')
  if (unfit.test(String(coded?.code ?? ''))) {
    return failure('invalid', `A value of the request cannot be stored (request ${requestId}).`)
  }
  return failure('internal', `This is a defect of the server; its log tells more under request ${requestId}.`)
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

// Says whether an error means that the database is down, rather than that it refuses a statement.

type PgError = { code?: string; message?: string; severity?: string }

/** Node's codes of a lost connection, and PostgreSQL's classes 08, 53 and 57P0. */
const codes =
  /^(08|57P0|53)|^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/
const words = /Connection terminated|timeout expired|Query read timeout|Client (has encountered|was closed)/

/** FATAL ends the session it is said in: no statement was refused, whatever the reason. */
export const isDown = (error: unknown): boolean => {
  const { code = '', message = '', severity } = (error ?? {}) as PgError
  return severity === 'FATAL' || codes.test(code) || words.test(message)
}

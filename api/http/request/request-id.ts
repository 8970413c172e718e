// Names each request: the client's own `X-Request-Id` where it is fit for a log, otherwise the next one of this process.
import { randomBytes } from 'node:crypto'

export type RequestIds = (given?: string) => string

const fit = /^[A-Za-z0-9._-]{1,64}$/

export const requestIds = (): RequestIds => {
  const boot = randomBytes(4).toString('hex')
  let count = 0
  return (given = '') => (fit.test(given) ? given : `${boot}-${++count}`)
}

// The routes for operators: liveness, readiness and the API document.
import { keyFingerprint } from '../database/server/secret.ts'
import { apiError } from '../errors.ts'
import { openapi } from './document/openapi.ts'
import { reference } from './document/reference.ts'
import type { Parts } from './parts.ts'
import type { Answer, Asked } from './route.ts'

type Do = (asked: Asked) => Promise<Answer>
type Needs = Pick<Parts, 'database'> & { draining: () => boolean }

export const operationVerbs = ({ database, draining }: Needs) => {
  let written: string | undefined

  const alive: Do = async () => ({ status: 200, body: { status: 'alive' } })

  const ready: Do = async () => {
    if (draining()) throw apiError('unavailable', 'The server is stopping.', { retryAfter: 1 })
    await database.ping()
    return { status: 200, body: { status: 'ready', encryption_key: keyFingerprint(database.keys[0]!) } }
  }

  const document: Do = async () => {
    written ??= JSON.stringify(openapi())
    return { status: 200, body: written, headers: { 'content-type': 'application/json' } }
  }

  return {
    alive,
    ready,
    document,
    reference: ({ address }: Asked) => reference(address[0]),
  }
}

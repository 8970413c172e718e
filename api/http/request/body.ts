// Reads the body of a request: at most 1 MiB, JSON in UTF-8, one object.
import type { IncomingMessage } from 'node:http'
import { type ApiError, apiError } from '../../errors.ts'
import { readJson } from './json.ts'

export const mergePatchType = 'application/merge-patch+json'

const largest = 1_048_576
const strict = new TextDecoder('utf-8', { fatal: true })

const refusals = new WeakMap<IncomingMessage, ApiError>()

/** Refuses the body of that request: reading the body, now or later, throws this refusal. */
export const refuseBody = (incoming: IncomingMessage, refusal: ApiError): void => {
  refusals.set(incoming, refusal)
  incoming.emit('refused')
}

const bytes = (incoming: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const tooLarge = () =>
      apiError('too_large', `The body is larger than ${largest} bytes (1 MiB). Send a smaller body.`)
    if (Number(incoming.headers['content-length'] ?? 0) > largest) return reject(tooLarge())
    const chunks: Buffer[] = []
    let size = 0
    const take = (chunk: Buffer) => {
      size += chunk.length
      if (size <= largest) return void chunks.push(chunk)
      incoming.off('data', take)
      reject(tooLarge())
    }
    const refusal = () => refusals.get(incoming)
    const broken = () =>
      reject(
        refusal() ??
          apiError('malformed', 'The connection broke before the body was complete. Send the request again.'),
      )
    if (refusal()) return broken()
    incoming.on('data', take)
    incoming.once('end', () => resolve(Buffer.concat(chunks)))
    incoming.once('error', broken)
    incoming.once('close', broken)
    incoming.once('refused', broken)
  })

/** To a PATCH, which is a merge patch (RFC 7396), both mean the same. */
const typesOf = (method = '') => ['application/json', ...(method === 'PATCH' ? [mergePatchType] : [])]

/** The object in the body of a request. */
export const readBody = async (incoming: IncomingMessage): Promise<Record<string, unknown>> => {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = incoming.headers
  const types = typesOf(incoming.method)
  if (!types.includes(type.replace(/\s*(;.*)?$/, '').toLowerCase())) {
    const given = type ? `not \`${type.slice(0, 80)}\`` : 'which is missing'
    const wanted = types.map((it) => `\`Content-Type: ${it}\``).join(' or ')
    const hint = type.toLowerCase().startsWith(mergePatchType) ? ' A merge patch goes with PATCH alone.' : ''
    throw apiError('unsupported_media_type', `Send the body as ${wanted}, ${given}.${hint}`)
  }
  if (encoding !== 'identity') {
    throw apiError('unsupported_media_type', 'Send the body as it is, without `Content-Encoding`.')
  }
  const body = readJson(decoded(await bytes(incoming)))
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw apiError('malformed', 'The body must be one JSON object, `{ … }`.')
  }
  return body as Record<string, unknown>
}

const decoded = (raw: Buffer): string => {
  if (raw.length === 0) throw apiError('malformed', 'The body is empty. Send one JSON object.')
  try {
    return strict.decode(raw)
  } catch {
    throw apiError('malformed', 'The body is not valid UTF-8. Encode the body in UTF-8.')
  }
}

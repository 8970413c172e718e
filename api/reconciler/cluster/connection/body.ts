// Reads the body of an answer to its end: decompressed, and no more of it than Polder can hold.
import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { ClusterError } from '../errors.ts'

const mostBytes = 64 * 2 ** 20

/** What `readBody` understands, for the request. */
export const acceptEncoding = 'gzip'

export const readBody = async (answer: IncomingMessage): Promise<string> => {
  const isCompressed = answer.headers['content-encoding'] === 'gzip'
  // Failures of either reach the loop, which reads the last of them.
  const body = isCompressed ? pipeline(answer, createGunzip(), () => {}) : answer
  const parts: Buffer[] = []
  let size = 0
  for await (const part of body as AsyncIterable<Buffer>) {
    size += part.length
    if (size > mostBytes) {
      answer.destroy()
      throw new ClusterError('AnswerTooLarge', `The API server answers with more than ${mostBytes} bytes.`)
    }
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

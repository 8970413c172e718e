// What an answer of an API server means: an object, a refusal in words, or that no API server answered.
import type { Answer } from './connection/connection.ts'
import type { Contact } from './connection/contact.ts'
import { retryAfterOf } from './connection/retry.ts'
import { type ClusterError, notKubernetes, refused, type Told, unreadable } from './errors.ts'

const longestWords = 300

/** `secrets` never appear in what is thrown, even when the server repeats them. */
export const createReader = (host: string, secrets: readonly string[], contact: Contact) => {
  const clean = (text: string) =>
    secrets
      .reduce((it, secret) => it.replaceAll(secret, '[secret]'), text)
      .replace(/\s+/g, ' ')
      .slice(0, longestWords)

  /** What the server says of a failure: in `told`, or in a whole answer. */
  const refuse = (status: number, told: Told, retryAfter?: number): ClusterError =>
    refused(host, status, { ...told, message: clean(told.message) }, retryAfter)

  const refuseAnswer = ({ status, headers, text }: Answer) => {
    const told = toldIn(text)
    // An API server that forbids is at work.
    if (told.isStatus && status < 500 && status !== 401 && status !== 429) contact.good()
    return refuse(status, told, retryAfterOf(headers))
  }
  return {
    refuse,
    refuseAnswer,
    /** Throws `ClusterError` for everything but an object of the API. */
    object: <T>(answer: Answer): T => {
      if (answer.status >= 300) throw refuseAnswer(answer)
      const isJson = answer.headers['content-type']?.includes('json') ?? false
      if (!isJson || /^[^{]/.test(answer.text)) throw notKubernetes(host)
      const object = parsed(answer.text)
      if (object === undefined) throw unreadable(host)
      contact.good()
      return object as T
    },
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Status = { kind?: string; message?: string; details?: { causes?: Told['causes'] } }

const toldIn = (text: string): Told & { isStatus: boolean } => {
  const { kind, message, details } = (parsed(text) ?? {}) as Status
  const isStatus = kind === 'Status'
  return { isStatus, message: String(message ?? (isStatus ? '' : text)), causes: details?.causes ?? [] }
}

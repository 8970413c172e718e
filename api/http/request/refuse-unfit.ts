// Refuses requests that Node's parser accepts and HTTP/1.1 does not allow: no host, two hosts, an unknown expectation.
import type { IncomingMessage } from 'node:http'
import { apiError } from '../../errors.ts'

/** Throws `malformed` (RFC 9112, 3.2) or `expectation_failed` (RFC 9110, 10.1.1), and has the connection closed. */
export const refuseUnfit = (
  { httpVersion, rawHeaders, headers }: IncomingMessage,
  answered: Record<string, string>,
): void => {
  let hosts = 0
  for (let at = 0; at < rawHeaders.length; at += 2) {
    if (rawHeaders[at]!.length === 4 && rawHeaders[at]!.toLowerCase() === 'host') hosts++
  }
  if (hosts > 1 || (hosts === 0 && httpVersion === '1.1')) {
    answered.Connection = 'close'
    throw apiError(
      'malformed',
      'An HTTP/1.1 request must have exactly one Host header. Send the host of the URL.',
    )
  }
  if (headers.expect !== undefined && !/^100-continue$/i.test(headers.expect)) {
    answered.Connection = 'close'
    throw apiError('expectation_failed', 'The Expect header must be `100-continue`. Leave the header out.')
  }
}

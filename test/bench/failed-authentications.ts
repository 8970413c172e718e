// What a reader pays while strangers fail to authenticate, against the same while as many ask for /healthz.
import autocannon from 'autocannon'
import { token } from './api-process.ts'
import type { Trial } from './measure.ts'

const strangersPerSecond = 4000
const readers = 4

/** Milliseconds of one read, of four at a time, while strangers ask for another URL from the same address. */
const readAmong = async (read: string, strangers: string) => {
  const flood = autocannon({
    url: strangers,
    connections: 64,
    overallRate: strangersPerSecond,
    duration: 3,
    workers: 1,
    // Each request has a token of its own: one that is asked for again is not looked up again.
    idReplacement: true,
    headers: { authorization: 'Bearer polder_[<id>]' },
  })
  const headers = { authorization: `Bearer ${token}` }
  const { requests, non2xx, errors } = await autocannon({
    url: read,
    connections: readers,
    duration: 2,
    headers,
  })
  const asked = (await flood).requests.average
  if (non2xx + errors > 0) throw new Error(`${read} was refused to the reader ${non2xx + errors} times`)
  if (asked < strangersPerSecond * 0.9) {
    throw new Error(
      `${strangers} was asked ${asked} times a second, not ${strangersPerSecond}: use a faster machine`,
    )
  }
  return (readers * 1000) / requests.average
}

export const failedAuthentications = (url: string, id: string): Trial => {
  const read = `${url}/v1/users/${id}`
  return {
    rows: [{ row: `read while ${strangersPerSecond}/s fail to authenticate`, unit: 'ms', bar: 1.3 }],
    rounds: 11,
    ours: async () => [await readAmong(read, `${url}/v1/organizations`)],
    floor: async () => [await readAmong(read, `${url}/healthz`)],
  }
}

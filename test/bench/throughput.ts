// Answered requests per second, over sixteen connections of an administrator.
import autocannon from 'autocannon'
import { token } from './api-process.ts'

export const authorization = { authorization: `Bearer ${token}` }

/** Throws when any answer is an error. */
export const throughput = async (url: string) => {
  const result = await autocannon({ url, connections: 16, duration: 4, headers: authorization })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url} answered ${result.non2xx} times with an error`)
  return result.requests.average
}

// Many organizations, made by REST.
import { atATime } from '../at-a-time.ts'
import type { RestClient } from './rest-client.ts'

/** Gives the names of organizations from `from` to before `to`, which are made. */
export const createOrganizations = async (rest: RestClient, from: number, to: number) => {
  const names = Array.from({ length: to - from }, (_, index) => `o-${from + index}`)
  await atATime(16, names, (name) => rest.send('POST', '/v1/organizations', { name }))
  return names
}

// Removes from a cluster what Polder created there by itself: the default organization.
import { setTimeout as sleep } from 'node:timers/promises'

/** Takes the default organization off the allowlist of `built-in`, and resolves when its objects are gone. */
export const withdraw = async (url: string, token: string, seconds = 60) => {
  const entry = `${url}/v1/workspace_provider_allowlist_entries/built-in/default`
  const headers = { Authorization: `Bearer ${token}` }
  const deadline = Date.now() + seconds * 1000
  await fetch(entry, { method: 'DELETE', headers })
  while ((await fetch(entry, { headers })).status !== 404) {
    if (Date.now() > deadline)
      throw new Error(`The default organization is still in the cluster after ${seconds} s.`)
    await sleep(500)
  }
}

// Writers of what reaches clusters, each the only one to touch its objects, so that it knows what clusters must hold.
import { setTimeout as sleep } from 'node:timers/promises'
import { token } from '../bench/api-process.ts'
import type { Declared } from './lost-changes.ts'

/** How long a writer waits when nobody answers. */
const pauseMs = 50

type Answer = { status: number; body: { id: string } }

const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }

/** Every request goes to one of the APIs whose addresses `urls` gives, which may be gone when it is sent. */
export const startClusterWriters = (
  urls: () => string[],
  providers: readonly { name: string }[],
  count: number,
) => {
  const kept: Declared[] = []
  const broken: string[] = []
  let acknowledged = 0
  let stopped = false

  /** Sends until it is answered: all of these may be sent twice. */
  const insist = async (method: string, path: string, body?: object): Promise<Answer> => {
    // The time is the subject: it is how often a client of its kind tries again.
    for (let tries = 0; ; await sleep(pauseMs)) {
      tries += 1
      const all = urls()
      const url = all[tries % all.length] + path
      const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body) }).catch(
        () => undefined,
      )
      const text = await answer?.text().catch(() => undefined)
      if (answer === undefined || text === undefined || answer.status >= 500) continue
      acknowledged += 1
      const isGone = method === 'DELETE' && answer.status === 404
      if (!answer.ok && !isGone) broken.push(`${method} ${path} was answered ${answer.status} ${text}`)
      return { status: answer.status, body: text === '' ? {} : JSON.parse(text) }
    }
  }

  const declare = async (organization: string, provider: string): Promise<Declared> => {
    const { body } = await insist('PUT', `/v1/organizations/${organization}`, {})
    await insist('PUT', `/v1/workspace_provider_allowlist_entries/${provider}/${organization}`, {})
    const it: Declared = { organization, id: body.id, provider, cpu: '1' }
    await limit(it, '1')
    kept.push(it)
    return it
  }
  const limit = async (it: Declared, cpu: string) => {
    const path = `/v1/org_quotas/${it.organization}/organization/${it.provider}`
    await insist('PUT', path, { limits: { cpu } })
    it.cpu = cpu
  }

  const write = async (writer: number) => {
    const of = (turn: number) => providers[(writer * 7 + turn) % providers.length]!.name
    const own: Declared[] = []
    for (let turn = 0; turn < 4; turn += 1) own.push(await declare(`w-${writer}-${turn}`, of(turn)))
    for (let turn = 4; !stopped; turn += 1) {
      for (const it of own) await limit(it, `${turn}`)
      if (turn % 5 !== 0) continue
      const added = await declare(`w-${writer}-${turn}`, of(turn))
      if (turn % 10 !== 0) continue
      await insist('DELETE', `/v1/organizations/${added.organization}`)
      added.cpu = null
    }
  }
  const writing = Promise.all([...Array(count).keys()].map(write))
  return {
    kept,
    broken,
    acknowledged: () => acknowledged,
    async stop() {
      stopped = true
      await writing
    },
  }
}

// Writers that go on until they are told to stop, and what each knows of what it wrote.
import { setTimeout as sleep } from 'node:timers/promises'

type Answer = { status: number; body: { code?: string; [attribute: string]: unknown } }
export type Send = (method: string, path: string, body?: unknown, key?: string) => Promise<Answer>

/** How long a refused writer waits, far below `Retry-After`, so that no moment of an outage goes untried. */
const pauseMs = 20

/** One writer is the only one to touch its objects, so that it knows what must be stored. */
type Written = { path: string; attribute: string; value: string | null; generation: number }

export const startWriters = (send: Send, count: number) => {
  const statuses = new Map<string, number>()
  const broken: string[] = []
  const written: Written[] = []
  let acknowledged = 0
  let stopped = false

  const note = ({ status, body }: Answer) => {
    const as = status < 500 ? `${status}` : `${status} ${body.code}`
    statuses.set(as, (statuses.get(as) ?? 0) + 1)
  }

  /** Sends the same request until it is answered; tells whether every refusal said that nothing was changed. */
  const insist = async (...request: Parameters<Send>): Promise<Answer & { untouched: boolean }> => {
    // The time is the subject: it is how often a client of its kind tries again.
    for (let untouched = true; ; await sleep(pauseMs)) {
      const answer = await send(...request).catch(() => undefined)
      if (answer) note(answer)
      if (answer && answer.status < 500) {
        acknowledged += 1
        return { ...answer, untouched }
      }
      untouched &&= answer !== undefined && ['unavailable', 'busy'].includes(answer.body.code ?? '')
    }
  }

  const expectStatus = (what: string, answer: Answer, ...expected: number[]) => {
    if (expected.includes(answer.status)) return
    broken.push(`${what} was answered ${answer.status} ${JSON.stringify(answer.body)}`)
  }

  const turn = async (writer: number, number: number, own: Written[]) => {
    const value = `${number}`
    for (const it of own) {
      const method = it.path.startsWith('/v1/users') ? 'PUT' : 'PATCH'
      expectStatus(`${method} ${it.path}`, await insist(method, it.path, { [it.attribute]: value }), 200)
      Object.assign(it, { value, generation: it.generation + 1 })
    }
    const name = `writer-${writer}-${number}`
    const path = `/v1/organizations/${name}`
    const key = number % 2 === 0 ? `key-${name}` : undefined
    const created = await insist('POST', '/v1/organizations', { name, description: value }, key)
    // What a create without a key finds again was stored by an earlier try.
    expectStatus(`POST ${name}`, created, ...(created.untouched || key ? [201] : [200, 201]))
    const it: Written = { path, attribute: 'description', value, generation: 1 }
    written.push(it)
    if (number % 3 !== 0) return
    const removed = await insist('DELETE', path)
    expectStatus(`DELETE ${path}`, removed, ...(removed.untouched ? [204] : [204, 404]))
    it.value = null
  }

  const write = async (writer: number) => {
    const own = [
      { path: `/v1/organizations/writer-${writer}`, attribute: 'description' },
      { path: `/v1/users/writer-${writer}`, attribute: 'name' },
    ].map((it) => ({ ...it, value: '0', generation: 1 }))
    for (const { path, attribute } of own)
      expectStatus(`PUT ${path}`, await insist('PUT', path, { [attribute]: '0' }), 201, 200)
    written.push(...own)
    for (let number = 1; !stopped; number += 1) await turn(writer, number, own)
  }

  const writing = Promise.all([...Array(count).keys()].map(write))

  /** Sentences about writes that are not stored as they were acknowledged. */
  const lost = async (): Promise<string[]> => {
    const sentences: string[] = []
    for (const { path, attribute, value, generation } of written) {
      const { status, body } = await insist('GET', path)
      const right =
        value === null ? status === 404 : body[attribute] === value && body.generation === generation
      if (!right)
        sentences.push(`${path} is not ${value} at generation ${generation}: ${JSON.stringify(body)}`)
    }
    return sentences
  }

  return {
    acknowledged: () => acknowledged,
    statuses,
    broken,
    lost,
    /** How many organizations must be stored beside the first. */
    organizations: () =>
      written.filter(({ path, value }) => value !== null && path.startsWith('/v1/organizations')).length,
    async stop() {
      stopped = true
      await writing
    },
  }
}

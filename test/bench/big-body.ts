// What refusing a body of 90,000 keys costs: the processor time of the API, as it tells itself, whatever else the machine does.
import { type ApiProcess, token } from './api-process.ts'
import type { Trial } from './measure.ts'

const promisedMs = 50
const rounds = 10
const keys = 90_000

const usedMs = async (api: ApiProcess) =>
  Number(/^process_cpu_seconds_total (\S+)/m.exec(await api.metrics())?.[1]) * 1000

const bodies = () => {
  const entries = (value: unknown) =>
    Object.fromEntries(Array.from({ length: keys }, (_, i) => [`k${i}`, value]))
  return [
    { name: 'x', ...entries(1) },
    { name: 'x', labels: entries('1') },
  ].map((it) => JSON.stringify(it))
}

const refusalMs = async (api: ApiProcess) => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const posted = bodies()
  const before = await usedMs(api)
  for (let round = 0; round < rounds; round++) {
    for (const body of posted) {
      const { status } = await fetch(`${api.url}/v1/organizations`, { method: 'POST', headers, body })
      if (status < 400 || status > 499) throw new Error(`a body of ${keys} keys was answered with ${status}`)
    }
  }
  return ((await usedMs(api)) - before) / (rounds * posted.length)
}

export const bigBody = (api: ApiProcess): Trial => ({
  rows: [{ row: `refusal of a body of ${keys} keys`, unit: 'ms', bar: 1 }],
  rounds: 3,
  ours: async () => [await refusalMs(api)],
  floor: async () => [promisedMs],
})

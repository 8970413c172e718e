// What refusing a body of 90,000 keys costs: the processor time of the API, as it tells itself, whatever else the machine does.
import { token } from './api-process.ts'
import type { Trial } from './measure.ts'

const promisedMs = 50
const rounds = 10
const keys = 90_000

const usedMs = async (url: string) => {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(metrics)?.[1]) * 1000
}

const bodies = () => {
  const entries = (value: unknown) =>
    Object.fromEntries(Array.from({ length: keys }, (_, i) => [`k${i}`, value]))
  return [
    { name: 'x', ...entries(1) },
    { name: 'x', labels: entries('1') },
  ].map((it) => JSON.stringify(it))
}

const refusalMs = async (url: string) => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const posted = bodies()
  const before = await usedMs(url)
  for (let round = 0; round < rounds; round++) {
    for (const body of posted) {
      const { status } = await fetch(`${url}/v1/organizations`, { method: 'POST', headers, body })
      if (status < 400 || status > 499) throw new Error(`a body of ${keys} keys was answered with ${status}`)
    }
  }
  return ((await usedMs(url)) - before) / (rounds * posted.length)
}

export const bigBody = (url: string): Trial => ({
  rows: [{ row: `refusal of a body of ${keys} keys`, unit: 'ms', bar: 1 }],
  rounds: 3,
  ours: async () => [await refusalMs(url)],
  floor: async () => [promisedMs],
})

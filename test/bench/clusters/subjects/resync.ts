// Resyncs that find nothing to do: their processor time, their writes, and how long they hold up the event loop.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from '../context.ts'
import { processorMs } from '../deployment/usage.ts'
import type { Measured } from '../result.ts'

const everySeconds = 30
const slices = 35
const sliceMs = 2000

/** What the process tells of its event loop since it was last asked, in milliseconds. */
const delayOf = async (metrics: () => Promise<string>) => {
  const page = await metrics()
  const of = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(page)?.[1]) * 1000
  return { p99: of('nodejs_eventloop_lag_p99_seconds'), max: of('nodejs_eventloop_lag_max_seconds') }
}

const sum = (values: number[]) => values.reduce((all, one) => all + one, 0)

export const resync = async ({ proxied }: Context): Promise<Measured> => {
  const { first, restart, rest, providers, cold, way } = await proxied()
  await restart({ POLDER_RESYNC_SECONDS: `${everySeconds}` })
  const { metrics, pid } = first()
  for (const it of providers) await rest.reconciled(`/v1/workspace_providers/${it}`)
  // What a process does when it connects is over.
  let quiet = 0
  while (quiet < 3) {
    const since = way.counting()
    // The time is the subject: nobody tells that nothing more will be asked.
    await sleep(1000)
    quiet = since.lists() === 0 ? quiet + 1 : 0
  }
  const count = way.counting()
  const taken: { lists: number; fullLists: number; used: number; ms: number; p99: number; max: number }[] = []
  await delayOf(metrics)
  for (let slice = 0; slice < slices; slice += 1) {
    const [since, used, begun] = [way.counting(), processorMs(pid), performance.now()]
    // The time is the subject: it is cut into slices, with and without a resync.
    await sleep(sliceMs)
    const delay = await delayOf(metrics)
    taken.push({
      lists: since.lists(),
      fullLists: since.fullLists(),
      used: processorMs(pid) - used,
      ms: performance.now() - begun,
      ...delay,
    })
  }
  const busy = taken.filter(({ lists }, at) => lists > 0 || (taken[at - 1]?.lists ?? 0) > 0)
  const idle = taken.filter((it) => !busy.includes(it))
  const resyncs = sum(taken.map(({ fullLists }) => fullLists)) / providers.length
  if (resyncs === 0) throw new Error(`No resync was seen within ${slices * sliceMs} ms.`)
  const idleShare = sum(idle.map(({ used }) => used)) / sum(idle.map(({ ms }) => ms))
  const used = sum(busy.map(({ used, ms }) => used - ms * idleShare)) / resyncs
  const delay = (of: 'p99' | 'max') => ({
    ours: Math.max(...busy.map((it) => it[of])),
    floor: Math.max(...idle.map((it) => it[of])),
  })
  await restart({})
  return {
    resync: { ours: Math.max(0, used), floor: cold.processorMs },
    resyncWrites: { ours: count.writes() },
    delay99: delay('p99'),
    delayMost: delay('max'),
  }
}

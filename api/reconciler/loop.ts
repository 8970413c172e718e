// Keeps one lane for every workspace provider; what happens in one is never waited for in another.
import { providerIds } from '../database/status/desired.ts'
import { createLane, type Lane } from './lane.ts'
import type { Tools } from './tools.ts'

export type Reconciler = {
  /** Something may have changed: look soon. A lost call changes nothing but latency. */
  activate(): void
  /** Resolves when nothing is due. */
  idle(): Promise<void>
  stop(): Promise<void>
}

export const createReconciler = (tools: Tools): Reconciler => {
  const lanes = new Map<string, Lane>()
  let waiting: (() => void)[] = []
  let looking = false
  let again = false
  let stopped = false

  const isIdle = () => !(looking || [...lanes.values()].some((lane) => lane.isRunning()))
  const settled = () => {
    if (!isIdle()) return
    for (const resolve of waiting) resolve()
    waiting = []
  }

  const look = async () => {
    const ids = new Set(await providerIds(tools.database))
    if (stopped) return
    for (const id of ids) {
      if (!lanes.has(id)) lanes.set(id, createLane(id, tools, { gone: () => lanes.delete(id), settled }))
    }
    // A lane whose provider is gone finds that out itself.
    for (const lane of lanes.values()) lane.wake(false)
  }
  const run = async () => {
    looking = true
    while (again && !stopped) {
      again = false
      await look().catch((error) => {
        tools.log.error({ error: (error as Error).message }, 'the workspace providers cannot be listed')
      })
    }
    looking = false
    settled()
  }
  const activate = () => {
    if (stopped) return
    again = true
    if (!looking) void run()
  }

  const idle = async () => {
    if (!isIdle()) await new Promise<void>((resolve) => waiting.push(resolve))
  }

  activate()
  return {
    activate,
    idle,
    stop: async () => {
      stopped = true
      for (const lane of lanes.values()) lane.stop()
      await idle()
    },
  }
}

// The keys of one provider that wait for a turn: each waits for itself, and a few are worked on at once.
import { createCanary } from './canary.ts'
import { type Requeue, waitAfter } from './requeue.ts'

/**
 * `seq` is that of the row in the database; null where only this process asks, after a foreign change, say. `queuedAt` is
 * by the monotonic clock.
 */
export type Asked = { key: string; seq: number | null; queuedAt: number }

type Entry = Asked & {
  failures: number
  /** By the monotonic clock. */
  due: number
  running: boolean
  again: boolean
  /** Whether the last turn failed in a way that trying again may mend. */
  isFailing: boolean
}

type Work = {
  /** How many keys at once. */
  width(): number
  /** Undefined where all is done. */
  turn(asked: Asked): Promise<Requeue | undefined>
  random(): number
  settled(): void
}

export const createKeyQueue = ({ width, turn, random, settled }: Work) => {
  const entries = new Map<string, Entry>()
  let running = 0
  let open = false
  let timer: NodeJS.Timeout | undefined
  const canary = createCanary(random)

  const run = async (entry: Entry) => {
    entry.running = true
    running += 1
    // To the end of the line: a key that is asked for all the time overtakes none that waits.
    entries.delete(entry.key)
    entries.set(entry.key, entry)
    const left = await turn({ ...entry })
    running -= 1
    entry.running = false
    if (left?.kind === 'transient') canary.failed()
    else if (entry.isFailing && !left) recover()
    entry.isFailing = left?.kind === 'transient'
    if (entry.again) {
      entry.again = false
      entry.due = -Infinity
    } else if (left) {
      entry.failures += 1
      entry.due = performance.now() + waitAfter(left, entry.failures, random)
    } else entries.delete(entry.key)
    pump()
    settled()
  }

  /** What one key has got over, the others may have got over as well. */
  const recover = () => {
    canary.recovered()
    for (const entry of entries.values()) if (entry.isFailing && !entry.running) entry.due = -Infinity
  }

  const pump = () => {
    clearTimeout(timer)
    if (!open) return
    const now = performance.now()
    let next = Infinity
    let first: Entry | undefined
    for (const entry of entries.values()) {
      if (entry.running) continue
      if (running >= width()) return
      if (entry.due <= now) void run(entry)
      else {
        next = Math.min(next, entry.due)
        if (entry.isFailing && !(first && first.due <= entry.due)) first = entry
      }
    }
    if (first && canary.due() <= now) void run(first)
    else if (first) next = Math.min(next, canary.due())
    if (next < Infinity) timer = setTimeout(pump, Math.max(0, next - now))
  }

  return {
    /** What is asked for again while it waits after a failure does not wait any longer. */
    ask(all: readonly Asked[]) {
      for (const { key, seq, queuedAt } of all) {
        const entry = entries.get(key)
        if (!entry) {
          entries.set(key, {
            key,
            seq,
            queuedAt,
            failures: 0,
            due: -Infinity,
            running: false,
            again: false,
            isFailing: false,
          })
          continue
        }
        // Read from the database once more.
        if (seq !== null && seq === entry.seq) continue
        if (seq !== null) Object.assign(entry, { seq, queuedAt, failures: 0 })
        if (entry.running) entry.again = true
        else entry.due = -Infinity
      }
      pump()
    },
    /** Whatever waits after a failure is tried now: the cluster is known to answer. */
    wake() {
      for (const entry of entries.values()) Object.assign(entry, { failures: 0, due: -Infinity })
      pump()
    },
    open() {
      open = true
      pump()
    },
    close() {
      open = false
      clearTimeout(timer)
    },
    depth: () => entries.size,
    isIdle: () => running === 0 && !(open && entries.values().some(({ due }) => due <= performance.now())),
  }
}

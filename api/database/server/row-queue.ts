// Lets few writers of one row hold a connection: the others wait for their turn without one, and some are refused.
import { apiError } from '../../errors.ts'

/** PostgreSQL lets one at a time write the row; more would only take the connections that other rows need. */
const atOnce = 4
/** About as many as are served before a client grows impatient. */
const mostWaiting = 200
/** Shorter than a lock is waited for: who gives up on a row leaves no turn to whoever has waited as long. */
const patienceMs = 4000

/** The row has as many writers as it may have: the transaction is rolled back, and begun anew after `wait`. */
export class Crowded extends Error {
  override readonly name = 'Crowded'
  readonly row: string
  constructor(row: string) {
    super(`${row} is crowded`)
    this.row = row
  }
}

type Line = { writing: number; waiting: (() => void)[] }

/** The turns that one transaction has. */
export type Turns = {
  /** Takes a turn at a row before it is locked; by its name and by its id it has a line each. Throws Crowded. */
  take(noun: string, called: string): void
  /** Waits for a turn at a row. Throws `busy` where too many wait, or it took too long. */
  wait(row: string): Promise<void>
  /** Gives every turn to whoever waits for it. */
  giveBack(): void
}

const busy = (row: string) => {
  const detail = `Too many requests write to ${row} at the moment. Nothing was changed. Send the request again.`
  return apiError('busy', detail, { retryAfter: 1 })
}

export const createRowQueue = () => {
  const lines = new Map<string, Line>()
  const lineOf = (row: string) => {
    const line = lines.get(row) ?? { writing: 0, waiting: [] }
    lines.set(row, line)
    return line
  }
  const leave = (row: string) => {
    const line = lineOf(row)
    const next = line.waiting.shift()
    // The turn passes on, so that nobody who comes now overtakes those who wait.
    if (next) return next()
    line.writing -= 1
    if (line.writing === 0) lines.delete(row)
  }

  return (): Turns => {
    const turns = new Set<string>()
    let deadline: number | undefined
    const takeFree = (row: string): boolean => {
      const line = lineOf(row)
      if (line.writing >= atOnce) return false
      line.writing += 1
      turns.add(row)
      return true
    }
    return {
      take(noun, called) {
        const row = `${noun} \`${called}\``
        if (!turns.has(row) && !takeFree(row)) throw new Crowded(row)
      },
      async wait(row) {
        // All may have left while the transaction was rolled back.
        if (takeFree(row)) return
        deadline ??= performance.now() + patienceMs
        const line = lineOf(row)
        if (line.waiting.length >= mostWaiting) throw busy(row)
        await new Promise<void>((resolve, reject) => {
          const next = () => {
            clearTimeout(timer)
            turns.add(row)
            resolve()
          }
          const timer = setTimeout(
            () => {
              line.waiting.splice(line.waiting.indexOf(next), 1)
              reject(busy(row))
            },
            Math.max(0, deadline! - performance.now()),
          )
          line.waiting.push(next)
        })
      },
      giveBack() {
        for (const row of turns) leave(row)
        turns.clear()
      },
    }
  }
}

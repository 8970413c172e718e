// `Prefer: wait=<seconds>` (RFC 7240): holds a read back until the clusters have what was declared.
import { setTimeout as sleep } from 'node:timers/promises'

const longest = 30

/** The seconds asked for, 30 at most; a preference that cannot be read is none (RFC 7240, section 2). */
export const secondsOf = (prefer: string | undefined): number => {
  const asked = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,6})"?\s*(?:$|[,;])/i.exec(prefer ?? '')?.[1]
  return Math.min(Number(asked ?? 0), longest)
}

type Row = { value: Record<string, unknown> }

const settled = ({ value }: Row) => value.reconciled !== false && value.deleting !== true

/** Reads again, less and less often, until the row is reconciled or gone, the time is up, or it is over. */
export const settle = async <R extends Row>(
  read: () => Promise<R | null>,
  seconds: number,
  over: () => boolean,
): Promise<R | null> => {
  const deadline = performance.now() + seconds * 1000
  let pause = 25
  for (;;) {
    const row = await read()
    if (!row || settled(row)) return row
    const left = deadline - performance.now()
    if (left <= 0) return row
    await sleep(Math.min(pause, left))
    // Before the next read: when it is over, the database may be closing.
    if (over()) return row
    pause = Math.min(pause * 1.5, 400)
  }
}

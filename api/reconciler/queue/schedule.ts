// The turns of one thing, one at a time: when asked for, and again after as long as the last one says.

type Work = {
  /** `seq` is that of the row in the queue that asked. Answers milliseconds until the next turn, undefined for none. */
  turn(seq: number | null): Promise<number | undefined>
  /** A turn has ended, and no other follows at once. */
  settled(): void
}

export const createSchedule = ({ turn, settled }: Work) => {
  let asked: { seq: number | null } | undefined
  /** What the turn under way was asked with. */
  let current: { seq: number | null } | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const run = async () => {
    let wait: number | undefined
    while (asked && !stopped) {
      current = asked
      asked = undefined
      wait = await turn(current.seq)
    }
    current = undefined
    if (wait !== undefined && !stopped) timer = setTimeout(() => ask(null), wait)
    settled()
  }
  const ask = (seq: number | null) => {
    // The row that the turn under way was asked with stands until that turn has ended.
    if (stopped || (seq !== null && seq === current?.seq)) return
    asked = { seq: seq ?? asked?.seq ?? null }
    clearTimeout(timer)
    if (!current) void run()
  }
  return {
    ask,
    stop() {
      stopped = true
      asked = undefined
      clearTimeout(timer)
    },
    isIdle: () => current === undefined && asked === undefined,
  }
}

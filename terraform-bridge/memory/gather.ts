// Makes one request of the calls that come at about the same time.

interface Call<Item, Result> {
  readonly item: Item
  readonly answer: (result: Result | PromiseLike<Result>) => void
  readonly fail: (reason: unknown) => void
}

interface Gathering<Item, Result> {
  /** For how long, in milliseconds, the first call waits for others. */
  readonly withinMs: number
  /** Calls of one request. */
  readonly most: number
  /** The results in the order of the items; what it rejects with is the answer to every call. */
  ask(items: readonly Item[]): Promise<readonly (Result | PromiseLike<Result>)[]>
}

export const gather = <Item, Result>({ withinMs, most, ask }: Gathering<Item, Result>) => {
  let waiting: Call<Item, Result>[] = []
  let timer: NodeJS.Timeout

  const send = async () => {
    clearTimeout(timer)
    const calls = waiting
    waiting = []
    try {
      const results = await ask(calls.map(({ item }) => item))
      for (const [index, { answer }] of calls.entries()) answer(results[index]!)
    } catch (reason) {
      for (const { fail } of calls) fail(reason)
    }
  }

  return (item: Item): Promise<Result> =>
    new Promise((answer, fail) => {
      waiting.push({ item, answer, fail })
      if (waiting.length === most) void send()
      else if (waiting.length === 1) timer = setTimeout(() => void send(), withinMs)
    })
}

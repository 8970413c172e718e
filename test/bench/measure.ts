// What a bench measures: rows of values, taken of one checkout's product, and of a floor.

/** One line of the result. `bar` is the greatest allowed ratio of ours to the floor, or with `atLeast` the smallest. */
export interface Row {
  row: string
  unit: string
  bar: number | null
  /** More is better. */
  atLeast?: true
}

/** Rows that are measured together, because one is only reached through another. Values come in their order. */
export interface Trial {
  rows: readonly Row[]
  /** How often it is compared with the floor. */
  rounds: number
  ours(): Promise<number[]>
  /** Is asked after ours. */
  floor(): Promise<number[]>
}

export interface OpenBench {
  trials: readonly Trial[]
  stop(): Promise<void>
}

/** Starts the product whose checkout is at `root`. What only the floor needs starts when that is first asked. */
export type Bench = (root: string) => Promise<OpenBench>

export const median = (values: number[]) => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle - 1)]!) / 2
}

export const rounded = (value: number) => Number(value.toPrecision(4))

/** Milliseconds that something took. */
export const timed = async (run: () => unknown) => {
  const start = performance.now()
  await run()
  return performance.now() - start
}

// Medians of several rounds, ours beside a floor taken in the same run, and how they are printed.

/** `bar` is the greatest allowed `ratio`, or with `atLeast` the smallest. Values are medians in `unit`. */
export type Row = {
  row: string
  ours: number
  floor: number
  unit: string
  ratio: number
  bar: number | null
  atLeast?: true
}

export const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
const rounded = (value: number) => Number(value.toPrecision(4))

/** Runs ours and the floor in turns, `rounds` times, so that a slow minute of the machine meets both. */
export const compare = async (
  row: string,
  unit: string,
  bar: number | null,
  rounds: number,
  ours: () => Promise<number>,
  floor: () => Promise<number>,
): Promise<Row> => {
  const taken = { ours: [] as number[], floor: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    taken.floor.push(await floor())
    taken.ours.push(await ours())
  }
  return rowOf(row, unit, bar, median(taken.ours), median(taken.floor))
}

export const rowOf = (row: string, unit: string, bar: number | null, ours: number, floor: number): Row => ({
  row,
  ours: rounded(ours),
  floor: rounded(floor),
  unit,
  ratio: rounded(ours / floor),
  bar,
})

/** Milliseconds that something took. */
export const timed = async (run: () => unknown) => {
  const start = performance.now()
  await run()
  return performance.now() - start
}

const verdict = ({ ratio, bar, atLeast }: Row) =>
  bar === null ? '' : (atLeast ? ratio >= bar : ratio <= bar) ? 'met' : 'missed'

export const table = (rows: Row[]) => {
  const cells = [
    ['row', 'ours', 'floor', 'unit', 'ratio', 'bar', ''],
    ...rows.map((it) => [
      it.row,
      String(it.ours),
      String(it.floor),
      it.unit,
      String(it.ratio),
      it.bar === null ? '' : `${it.atLeast ? '≥' : '≤'} ${it.bar}`,
      verdict(it),
    ]),
  ]
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)))
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

// Results as a table for people: one line each, the columns named.

type Cell = string | number | null

/** `columns` are the heads, and how each is read from a result; an empty head is for verdicts. */
export const table = <Result>(results: Result[], columns: Record<string, (result: Result) => Cell>) => {
  const cells = [
    Object.keys(columns),
    ...results.map((result) => Object.values(columns).map((of) => String(of(result) ?? ''))),
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

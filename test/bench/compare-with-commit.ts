// This checkout beside another commit: before, after, and before again in turns, which tells what chance does.
import { type Bench, median, type OpenBench, type Row, rounded } from './measure.ts'

/** What one round took of a row: of the other commit, of this checkout, and of the other commit once more. */
export interface Round {
  before: number
  after: number
  again: number
}

export interface CommitResult extends Row {
  /** Medians. */
  before: number
  after: number
  /** How many times as much as before, or with `atLeast` as little: above 1 is always worse. */
  ratio: number
  /** How far before and before again are apart, as a share: no more than this in four of five rounds. */
  spread: number
  verdict: 'worse' | 'better' | 'same'
}

const tolerated = 1.05

/** Worse is what takes more than a twentieth more than before, and more than before differs from itself. */
export const judge = (row: Row, rounds: Round[]): CommitResult => {
  const cost = (value: number, than: number) => (row.atLeast ? than / value : value / than)
  // After lies between the two, so that a machine that slows down evenly is in neither's favour.
  const ratio = median(rounds.map(({ before, after, again }) => cost(after, (before + again) / 2)))
  const apart = rounds.map(({ before, again }) => Math.max(before / again, again / before) - 1)
  const spread = apart.toSorted((a, b) => a - b)[Math.ceil(apart.length * 0.8) - 1]!
  const beyond = (it: number) => it > tolerated && it - 1 > spread
  return {
    ...row,
    before: rounded(median(rounds.flatMap(({ before, again }) => [before, again]))),
    after: rounded(median(rounds.map(({ after }) => after))),
    ratio: rounded(ratio),
    spread: rounded(spread),
    verdict: beyond(ratio) ? 'worse' : beyond(1 / ratio) ? 'better' : 'same',
  }
}

/** Before runs twice, in processes of its own each time: what starts differ in is chance too. */
export const compareWithCommit = async (
  bench: Bench,
  roots: { before: string; after: string },
  rounds: number,
): Promise<CommitResult[]> => {
  const opened: OpenBench[] = []
  const open = async (root: string) => {
    const it = await bench(root)
    opened.push(it)
    return it
  }
  const results: CommitResult[] = []
  try {
    const before = await open(roots.before)
    const after = await open(roots.after)
    const again = await open(roots.before)
    for (const [index, { rows }] of after.trials.entries()) {
      const taken: Record<keyof Round, number[]>[] = []
      const of = (it: OpenBench) => it.trials[index]!.ours()
      // What runs for the first time is slower: nothing is compiled or cached yet.
      for (const it of opened) await of(it)
      for (let round = 0; round < rounds; round++) {
        taken.push({ before: await of(before), after: await of(after), again: await of(again) })
      }
      for (const [at, row] of rows.entries()) {
        const values = taken.map((it) => ({
          before: it.before[at]!,
          after: it.after[at]!,
          again: it.again[at]!,
        }))
        results.push(judge(row, values))
      }
    }
  } finally {
    for (const it of opened) await it.stop()
  }
  return results
}

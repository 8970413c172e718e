// Ours beside a floor taken in the same run: medians of several rounds, and whether the bar is met.
import { type Bench, median, type Row, rounded, type Trial } from './measure.ts'

export interface FloorResult extends Row {
  /** Medians. */
  ours: number
  floor: number
  ratio: number
  verdict: 'met' | 'missed' | null
}

/** In turns, so that a slow minute of the machine meets both. */
export const compareWithFloor = async (
  bench: Bench,
  root: string,
  rounds?: number,
): Promise<FloorResult[]> => {
  const { trials, stop } = await bench(root)
  const results: FloorResult[] = []
  try {
    for (const trial of trials) results.push(...(await measured(trial, rounds ?? trial.rounds)))
  } finally {
    await stop()
  }
  return results
}

const measured = async (trial: Trial, rounds: number): Promise<FloorResult[]> => {
  const taken: { ours: number[]; floor: number[] }[] = []
  for (let round = 0; round < rounds; round++)
    taken.push({ ours: await trial.ours(), floor: await trial.floor() })
  return trial.rows.map((row, index) => {
    const of = (side: 'ours' | 'floor') => median(taken.map((it) => it[side][index]!))
    const [ours, floor] = [of('ours'), of('floor')]
    const ratio = rounded(ours / floor)
    return { ...row, ours: rounded(ours), floor: rounded(floor), ratio, verdict: verdict(row, ratio) }
  })
}

const verdict = ({ bar, atLeast }: Row, ratio: number) =>
  bar === null ? null : (atLeast ? ratio >= bar : ratio <= bar) ? 'met' : 'missed'

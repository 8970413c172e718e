// What a row came to: ours beside its floor and its bars.
import { rounded } from '../measure.ts'
import { type Bar, type BarName, bars } from './bars.ts'

/** Values of rows; a row with a floor needs one. */
export type Measured = Partial<Record<BarName, { ours: number; floor?: number }>>
export type ClusterResult = Bar & {
  name: string
  organizations: number
  ours: number
  /** The value of the floor. */
  beside: number | null
  ratioToFloor: number | null
  verdict: 'met' | 'missed' | null
  /** Whether the absolute holds, which says little on a busy machine. */
  absolute: 'met' | 'missed' | null
}

const judged = (value: number | null, bar: number | undefined) =>
  value === null || bar === undefined ? null : value <= bar ? 'met' : 'missed'

export const resultsOf = (measured: Measured, organizations: number): ClusterResult[] =>
  (Object.entries(measured) as [BarName, { ours: number; floor?: number }][]).map(
    ([name, { ours, floor }]) => {
      const bar: Bar = bars[name]
      const ratioToFloor = floor === undefined ? null : rounded(ours / floor)
      const absolute = judged(ours, bar.most)
      return {
        name,
        organizations,
        ...bar,
        ours: rounded(ours),
        beside: floor === undefined ? null : rounded(floor),
        ratioToFloor,
        // What holds on an idle machine is beyond doubt where it holds on a busy one.
        verdict: bar.ratio === undefined || absolute === 'met' ? absolute : judged(ratioToFloor, bar.ratio),
        absolute: bar.ratio === undefined ? null : absolute,
      }
    },
  )

// `npm run bench -- clusters`: every figure about clusters beside its floor and its bar, on two real control planes.
import { table } from '../table.ts'
import { createContext } from './context.ts'
import { withControlPlanes } from './in-cluster/with-control-planes.ts'
import { type ClusterResult, resultsOf } from './result.ts'
import { openSite } from './site.ts'
import { subjects } from './subjects.ts'

export type ClusterBenchOptions = {
  organizations: number
  /** Names of subjects; all of them where it is empty. */
  only: string[]
  /** Is told of each subject as soon as it is measured, and of each that could not be. */
  tell(text: string): void
}

/** Throws a sentence about names that no subject has. */
export const measureClusters = ({ organizations, only, tell }: ClusterBenchOptions) => {
  const unknown = only.filter((it) => !(it in subjects))
  if (unknown.length > 0) {
    const known = Object.keys(subjects).join(', ')
    throw new Error(`--only takes names of subjects, not ${unknown.join(', ')}. There are: ${known}.`)
  }
  const chosen = Object.entries(subjects).filter(([name]) => only.length === 0 || only.includes(name))
  return withControlPlanes(2, async (clusters) => {
    const site = await openSite(clusters)
    const context = createContext(site, organizations)
    const results: ClusterResult[] = []
    const failed: string[] = []
    for (const [name, subject] of chosen) {
      try {
        const rows = resultsOf(await subject(context), organizations)
        results.push(...rows)
        tell(clusterTable(rows))
      } catch (error) {
        failed.push(`${name} could not be measured. ${(error as Error).message}`)
        tell(failed.at(-1)!)
      }
    }
    await context.stop()
    site.stop()
    return { results, failed }
  })
}

export const clusterTable = (results: ClusterResult[]) =>
  table(results, {
    row: (it) => it.row,
    ours: (it) => it.ours,
    floor: (it) => it.beside,
    unit: (it) => it.unit,
    ratio: (it) => it.ratioToFloor,
    bar: (it) => (it.ratio === undefined ? (it.most ?? null) && `≤ ${it.most}` : `≤ ${it.ratio} ×`),
    '': (it) => it.verdict,
    'idle machine': (it) => it.absolute && `≤ ${it.most} ${it.absolute}`,
  })

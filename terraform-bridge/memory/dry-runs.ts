// Dry runs of the plans that core asks for at the same time, gathered into few requests (S18).
import { ApiError } from '../api-error.ts'
import type { Client, DryRun, DryRunResult } from '../client.ts'
import { gather } from './gather.ts'

export type DryRuns = (item: DryRun) => Promise<DryRunResult>

/** As many as core plans at a time. */
const most = 10

export const createDryRuns = (client: Client): DryRuns => {
  const alone = (item: DryRun) => client.dryRun([item]).then(([result]) => result!)
  return gather({
    withinMs: 2,
    most,
    ask: (items) =>
      client.dryRun(items).catch((error) => {
        // Each may be small enough for the API to read.
        if (items.length > 1 && error instanceof ApiError && error.code === 'too_large')
          return items.map(alone)
        throw error
      }),
  })
}

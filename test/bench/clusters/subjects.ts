// Every subject of the bench by the name that `--only` takes, in the order in which they are measured.
import type { Context } from './context.ts'
import type { Measured } from './result.ts'
import { acrossReplicas } from './subjects/across-replicas.ts'
import { addedOrganizations } from './subjects/added-organizations.ts'
import { cold } from './subjects/cold.ts'
import { deadProvider } from './subjects/dead-provider.ts'
import { description } from './subjects/description.ts'
import { drift, driftBehindCutter } from './subjects/drift.ts'
import { memory } from './subjects/memory.ts'
import { oneChange } from './subjects/one-change.ts'
import { outages } from './subjects/outages.ts'
import { resync } from './subjects/resync.ts'
import { stoppedReplica } from './subjects/stopped-replica.ts'
import { takeOver } from './subjects/take-over.ts'

export const subjects: Record<string, (context: Context) => Promise<Measured>> = {
  cold,
  memory,
  drift,
  'one-change': oneChange,
  description,
  resync,
  'drift-behind-cutter': driftBehindCutter,
  outages,
  added: addedOrganizations,
  'dead-provider': deadProvider,
  'take-over': takeOver,
  'stopped-replica': stoppedReplica,
  'across-replicas': acrossReplicas,
}

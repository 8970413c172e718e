// Makes rows exactly what bodies say, whether they are there or not: whoever loses the race for a key updates (S6).
import { applyEffects } from './apply-effects.ts'
import { audit } from './audit.ts'
import { checkRules } from './check-rules.ts'
import { compareSets } from './compare-sets.ts'
import { draft } from './draft.ts'
import { fill } from './fill.ts'
import type { Line } from './line.ts'
import { lockPlaces } from './lock.ts'
import { lockExisting } from './lock-existing.ts'
import { lookUpFacts } from './look-up-facts.ts'
import { meetExisting } from './meet-existing.ts'
import { permitAddressed } from './permit-addressed.ts'
import { permitLocked } from './permit-locked.ts'
import { refuseChanges } from './refuse-changes.ts'
import { refuseTaken } from './refuse-taken.ts'
import { represent } from './represent.ts'
import { resolve } from './resolve.ts'
import { storeRows } from './store-rows.ts'

export const put: Line = [
  permitAddressed,
  draft,
  lockPlaces,
  resolve,
  lockExisting,
  fill,
  compareSets,
  refuseChanges,
  lookUpFacts,
  permitLocked,
  checkRules,
  refuseTaken,
  storeRows,
  meetExisting,
  applyEffects,
  audit,
  represent,
]

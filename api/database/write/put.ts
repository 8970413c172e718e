// Makes rows exactly what bodies say, whether they are there or not: whoever loses the race for a key updates (S6).
import { addressExisting } from './address.ts'
import { audit } from './audit.ts'
import { draft } from './draft.ts'
import type { Line } from './line.ts'
import { lockPlaces } from './locks/lock.ts'
import { lockExisting } from './locks/lock-existing.ts'
import { resolve } from './locks/resolve.ts'
import { meetExisting } from './meet-existing.ts'
import { permitAddressed } from './permit-addressed.ts'
import { permitLocked } from './permit-locked.ts'
import { refuseChanges } from './refuse-changes.ts'
import { refuseTaken } from './refuse-taken.ts'
import { represent } from './represent.ts'
import { storeRows } from './rows/store-rows.ts'
import { applyEffects } from './rules/apply-effects.ts'
import { checkRules } from './rules/check-rules.ts'
import { lookUpFacts } from './rules/look-up-facts.ts'
import { compareSets } from './values/compare-sets.ts'
import { fill } from './values/fill.ts'

export const put: Line = [
  addressExisting,
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

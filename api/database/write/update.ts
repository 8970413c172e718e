// Updates rows: a stage after the other, each for the whole list.
import { address } from './address.ts'
import { audit } from './audit.ts'
import type { Line } from './line.ts'
import { lockPlaces, lockRows } from './locks/lock.ts'
import { resolve } from './locks/resolve.ts'
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

export const update: Line = [
  address,
  permitAddressed,
  lockPlaces,
  resolve,
  lockRows,
  fill,
  compareSets,
  refuseChanges,
  lookUpFacts,
  permitLocked,
  checkRules,
  refuseTaken,
  storeRows,
  applyEffects,
  audit,
  represent,
]

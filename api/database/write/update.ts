// Updates rows: a stage after the other, each for the whole list.
import { address } from './address.ts'
import { applyEffects } from './apply-effects.ts'
import { audit } from './audit.ts'
import { checkRules } from './check-rules.ts'
import { compareSets } from './compare-sets.ts'
import { fill } from './fill.ts'
import type { Line } from './line.ts'
import { lockPlaces, lockRows } from './lock.ts'
import { lookUpFacts } from './look-up-facts.ts'
import { permitAddressed } from './permit-addressed.ts'
import { permitLocked } from './permit-locked.ts'
import { refuseChanges } from './refuse-changes.ts'
import { refuseTaken } from './refuse-taken.ts'
import { represent } from './represent.ts'
import { resolve } from './resolve.ts'
import { storeRows } from './store-rows.ts'

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

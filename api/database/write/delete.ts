// Deletes rows; what a cluster has seen is marked as going, and the reconciler does the rest (S13).
import { address } from './address.ts'
import { audit } from './audit.ts'
import type { Line } from './line.ts'
import { lockPlaces, lockRows } from './locks/lock.ts'
import { permitAddressed } from './permit-addressed.ts'
import { permitLocked } from './permit-locked.ts'
import { refuseBlocked } from './refuse-blocked.ts'
import { represent } from './represent.ts'
import { remove } from './rows/remove.ts'
import { applyEffects } from './rules/apply-effects.ts'
import { checkRules } from './rules/check-rules.ts'
import { lookUpFacts } from './rules/look-up-facts.ts'

export const deletion: Line = [
  address,
  permitAddressed,
  lockPlaces,
  lockRows,
  lookUpFacts,
  permitLocked,
  checkRules,
  refuseBlocked,
  applyEffects,
  remove,
  audit,
  represent,
]

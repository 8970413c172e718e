// Deletes rows; what a cluster has seen is marked as going, and the reconciler does the rest (S13).
import { address } from './address.ts'
import { audit } from './audit.ts'
import { checkRules } from './check-rules.ts'
import type { Line } from './line.ts'
import { lockPlaces, lockRows } from './lock.ts'
import { lookUpFacts } from './look-up-facts.ts'
import { permitAddressed } from './permit-addressed.ts'
import { permitLocked } from './permit-locked.ts'
import { refuseBlocked } from './refuse-blocked.ts'
import { remove } from './remove.ts'
import { represent } from './represent.ts'

export const deletion: Line = [
  address,
  permitAddressed,
  lockPlaces,
  lockRows,
  lookUpFacts,
  permitLocked,
  checkRules,
  refuseBlocked,
  remove,
  audit,
  represent,
]

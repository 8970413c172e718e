// Creates rows, or finds again those that the same creates made before.
import { claimKeys, settleKeys } from '../receipts/idempotency-key.ts'
import { addReceipts } from '../receipts/receipt.ts'
import { applyEffects } from './apply-effects.ts'
import { audit } from './audit.ts'
import { checkRules } from './check-rules.ts'
import { draft } from './draft.ts'
import { fill } from './fill.ts'
import type { Line } from './line.ts'
import { lockPlaces } from './lock.ts'
import { lookUpFacts } from './look-up-facts.ts'
import { meetExisting } from './meet-existing.ts'
import { permitAddressed } from './permit-addressed.ts'
import { permitLocked } from './permit-locked.ts'
import { represent } from './represent.ts'
import { resolve } from './resolve.ts'
import { setAside } from './set-aside.ts'
import { storeRows } from './store-rows.ts'

export const create: Line = [
  permitAddressed,
  setAside,
  claimKeys,
  draft,
  lockPlaces,
  resolve,
  fill,
  addReceipts,
  lookUpFacts,
  permitLocked,
  checkRules,
  storeRows,
  meetExisting,
  applyEffects,
  audit,
  represent,
  settleKeys,
]

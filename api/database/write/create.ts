// Creates rows, or finds again those that the same creates made before.
import { claimKeys, settleKeys } from '../receipts/idempotency-key.ts'
import { addReceipts } from '../receipts/receipt.ts'
import { audit } from './audit.ts'
import { draft } from './draft.ts'
import type { Line } from './line.ts'
import { lockPlaces } from './locks/lock.ts'
import { resolve } from './locks/resolve.ts'
import { meetExisting } from './meet-existing.ts'
import { permitAddressed } from './permit-addressed.ts'
import { permitLocked } from './permit-locked.ts'
import { represent } from './represent.ts'
import { storeRows } from './rows/store-rows.ts'
import { applyEffects } from './rules/apply-effects.ts'
import { checkRules } from './rules/check-rules.ts'
import { lookUpFacts } from './rules/look-up-facts.ts'
import { setAside } from './set-aside.ts'
import { fill } from './values/fill.ts'

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

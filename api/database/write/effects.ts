// What a write brings with it beyond its own row, in the same transaction.
import type { Row } from '../../../schemas/types.ts'
import { isPromotion, type UserRow } from '../../resources/site-roles.ts'
import type { Session } from '../server/session.ts'
import { revokeOutgrown } from '../token-rows.ts'
import { allowBuiltIn, withdrawAutomatic } from './automatic-entries.ts'

type Update = { before: Row; after: Row; changed: ReadonlySet<string> }
type Effects = {
  created?(session: Session, row: Row): Promise<unknown>
  updated?(session: Session, update: Update): Promise<unknown>
}

const effects: Readonly<Record<string, Effects>> = {
  organization: {
    created: allowBuiltIn,
    async updated(session, { after, changed }) {
      if (changed.has('allowed_regions')) await withdrawAutomatic(session, after)
    },
  },
  user: {
    async updated(session, { before, after }) {
      if (isPromotion(before as UserRow, after as UserRow)) await revokeOutgrown(session, after.id as string)
    },
  },
}

export const effectsOf = (resource: { name: string }): Effects => effects[resource.name] ?? {}

// Confirms creates: what the caller knows of needs no receipt any more (S9).
import type { Store } from '../../database/store.ts'
import { refuseWrong } from '../request/check.ts'
import type { Answer, Asked } from '../route.ts'
import { confirmation } from './confirmation.ts'

type Do = (asked: Asked) => Promise<Answer>

export const confirmationVerbs = ({ store }: { store: Store }) => {
  const create_confirmations: Do = async ({ actor, body }) => {
    refuseWrong(confirmation, body, 'whole')
    await store.confirm(actor, body.ids as string[])
    return { status: 204 }
  }

  return { create_confirmations }
}

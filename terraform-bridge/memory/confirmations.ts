// Confirms creates whose objects a state has kept, many in one request (S9).
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '../client.ts'

/** Ids of one request: as many as the API takes. */
const most = 500

export const createConfirmations = (client: Pick<Client, 'confirm'>) => {
  let waiting: string[] = []
  const underWay = new Set<Promise<void>>()

  const send = (): void => {
    if (waiting.length === 0) return
    // What stays unconfirmed is confirmed by the next read of the object.
    const sent = client.confirm(waiting).catch(() => {})
    waiting = []
    underWay.add(sent)
    void sent.then(() => underWay.delete(sent))
  }

  return {
    /** Nobody waits for the answer: core reads ten objects at a time, which would be ten ids a request. */
    add(id: string): void {
      if (waiting.push(id) === most) send()
    },

    /** Sends the rest, and resolves once all is answered, or when the time (in milliseconds) is up. Never rejects. */
    async end(withinMs: number): Promise<void> {
      send()
      await Promise.race([Promise.all(underWay), sleep(withinMs, undefined, { ref: false })])
    },
  }
}

export type Confirmations = ReturnType<typeof createConfirmations>

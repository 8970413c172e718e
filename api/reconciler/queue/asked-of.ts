// Rows of the queue as they ask for turns: of a provider itself, or of an organization on its allowlist.
import type { Queued } from '../../database/status/queue.ts'
import type { Asked } from './key-queue.ts'

/** The key under which a provider itself is queued. */
export const providerKey = 'provider'

export const isOfOrganization = ({ key }: Asked) => key !== providerKey

/** Of a row that was read a moment ago. */
export const askedOf = ({ key, seq, age }: Queued): Asked => ({
  key,
  seq,
  queuedAt: performance.now() - age * 1_000,
})

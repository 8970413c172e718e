// Rows of the queue as they ask for turns: of a provider itself, or of an organization on its allowlist.
import type { Queued } from '../../database/status/queue.ts'
import type { Asked } from './key-queue.ts'

/** The key under which a provider itself is queued. */
export const providerKey = 'provider'

export const isOfOrganization = ({ key }: Asked) => key !== providerKey

export const askedOf = ({ key, seq, queued_at }: Queued): Asked => ({ key, seq, queuedAt: +queued_at })

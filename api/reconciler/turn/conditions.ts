// Conditions as stored: what, since when, what next; unchanged ones stay byte for byte the same.
import type { Condition } from '../../database/status/condition.ts'
import { storable } from '../../database/status/storable.ts'
import type { ErrorKind } from '../cluster/errors.ts'

export type Finding = Pick<Condition, 'type' | 'status' | 'reason'> & {
  /** A sentence; since when and what next are added. */
  message: string
  kind?: ErrorKind
}

const longest = 500

const next: Record<ErrorKind, string> = {
  stalled: 'Polder waits for a change, and looks again at every resync.',
  'retry-after': 'Polder waits before the next try.',
  waiting: 'Polder looks again every few seconds.',
  transient: 'Polder tries again by itself.',
}

const inWords = (finding: Finding, since: string) => {
  if (finding.status === 'True') return finding.message.slice(0, longest)
  const rest = ` Since ${since}. ${next[finding.kind ?? 'transient']}`
  const room = longest - rest.length
  const what = finding.message.length > room ? `${finding.message.slice(0, room - 1)}…` : finding.message
  return what + rest
}

/** `last_transition_time` moves only with the status. */
export const concluded = (
  findings: readonly Finding[],
  before: readonly Condition[],
  generation: number,
  now: Date,
): Condition[] =>
  findings.map((finding) => {
    const { type, status, reason } = finding
    const old = before.find((it) => it.type === type)
    const since = old?.status === status ? old.last_transition_time : now.toISOString()
    const message = storable(inWords(finding, since.replace(/\.\d+Z$/, 'Z')))
    return { type, status, reason, message, last_transition_time: since, observed_generation: generation }
  })

export const good = (type: string, message: string, reason = type): Finding => ({
  type,
  status: 'True',
  reason,
  message,
})

type Told = { reason: string; message: string; kind: ErrorKind }

export const failing = (type: string, { reason, message, kind }: Told): Finding => ({
  type,
  status: 'False',
  reason,
  message,
  kind,
})

/** What could not be looked at because something before it failed. */
export const unknown = (type: string, because: string): Finding => ({
  type,
  status: 'Unknown',
  reason: 'NotProbed',
  message: `Not known while ${because} is not True.`,
})

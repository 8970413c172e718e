// Conditions as stored and answered: what, since when, what next; unchanged ones stay byte for byte the same.
import type { Patience } from './trouble.ts'

type Status = 'True' | 'False' | 'Unknown'
export type Finding = {
  type: string
  status: Status
  reason: string
  /** A sentence; since when and what next are added. */
  message: string
  patience?: Patience
}
export type Condition = {
  type: string
  status: Status
  reason: string
  message: string
  last_transition_time: string
  observed_generation: number
}

const longest = 500

const next = (patience: Patience | undefined) =>
  patience === 'stalled' ? 'Waits for a change, and looks again at every resync.' : 'Tries again by itself.'

const inWords = (finding: Finding, since: string) => {
  if (finding.status === 'True') return finding.message.slice(0, longest)
  const rest = ` Since ${since}. ${next(finding.patience)}`
  const room = longest - rest.length
  const what = finding.message.length > room ? `${finding.message.slice(0, room - 1)}…` : finding.message
  return what + rest
}

/** What a stored message said before since when and what next were added. */
export const sentenceOf = (message: string) => message.replace(/ Since \S+Z\. (Waits|Tries) .*$/, '')

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
    const message = inWords(finding, since.replace(/\.\d+Z$/, 'Z'))
    return { type, status, reason, message, last_transition_time: since, observed_generation: generation }
  })

export const good = (type: string, message: string, reason = type): Finding => ({
  type,
  status: 'True',
  reason,
  message,
})

/** What could not be looked at because something before it failed. */
export const unknown = (type: string, because: string): Finding => ({
  type,
  status: 'Unknown',
  reason: 'NotProbed',
  message: `Not known while ${because} is not true.`,
})

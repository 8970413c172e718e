// Waits until the clusters have an object as declared, or have deleted it.
import { setTimeout as sleep } from 'node:timers/promises'
import type { organization } from '../../schemas/organization.ts'
import type { State } from '../../schemas/types.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import type { workspace_provider } from '../../schemas/workspace_provider.ts'
import type { Client, Row } from '../client.ts'
import type { Entries, Value } from '../protocol/value.ts'
import { Stopped } from '../stopped.ts'
import { duration } from '../values/duration.ts'

export type Verb = 'create' | 'update' | 'delete'

export interface Wait {
  readonly client: Client
  readonly resource: Resource
  readonly patience: Patience
  readonly signal: AbortSignal
}

export interface Patience {
  /** In milliseconds, from now. */
  readonly longest: number
  /** The same for a cluster that is in error. */
  readonly inError: number
}

const unlessTold = { longest: 300_000, inError: 60_000 }
// The API holds an answer back for this many seconds at most.
const longest = 30
// Should it answer at once all the same, this keeps the questions apart.
const pause = 250

/** What `timeouts` grants. */
export const patienceFor = (verb: Verb, timeouts: Value | undefined): Patience => {
  const given = ((timeouts ?? null) as Entries | null)?.[verb]
  const longest = typeof given === 'string' ? duration(given) : undefined
  return longest === undefined ? unlessTold : { longest, inError: longest }
}

/** The row as it was last seen, reconciled or not; null when it is gone meanwhile. Never rejects. */
export const untilReconciled = async (row: Row, wait: Wait): Promise<Row | null> => {
  let last: Row | null = row
  const begun = performance.now()
  const late = () => performance.now() - begun > wait.patience.inError
  await each(wait, String(row.id), (now) => {
    last = now
    return now === null || now.reconciled === true || (inError(now) && late())
  }).catch(() => {})
  return last
}

/** The row as it was last seen; null when it is gone. Rejects when interrupted, or when the API cannot be asked. */
export const untilGone = async (row: Row, wait: Wait): Promise<Row | null> => {
  let last: Row | null = row
  await each(wait, String(row.id), (now) => {
    last = now
    return now === null
  })
  return last
}

/** Why an object is not reconciled, in the words of its conditions. */
export const whyNot = (row: Row): string => {
  const conditions = conditionsOf(row)
  // What is not known only follows from what is wrong.
  const wrong = conditions.filter(({ status }) => status === 'False')
  const words = (wrong.length > 0 ? wrong : conditions.filter(({ status }) => status !== 'True')).map(
    ({ type, message }) => `${type}: ${message}`,
  )
  return words.length > 0 ? words.join('\n') : 'No cluster has reported a condition yet.'
}

/** Whether a cluster that is not ready, and was therefore not waited for, still lacks the object (S22). */
export const isBehind = (row: Row): boolean =>
  row.status === undefined && conditionsOf(row).some((it) => it.status !== 'True')

// Every resource that clusters hold has the same conditions.
const conditionsOf = (row: Row) => (row.conditions ?? []) as State<typeof organization>['conditions']

const each = async (
  { client, resource, patience, signal }: Wait,
  id: string,
  enough: (now: Row | null) => boolean,
): Promise<void> => {
  const deadline = performance.now() + patience.longest
  for (;;) {
    const left = deadline - performance.now()
    if (left <= 0) return
    const asked = performance.now()
    const wait = Math.max(1, Math.min(longest, Math.floor(left / 1000)))
    if (enough(await client.read(resource, [id], { wait, signal }))) return
    const early = Math.min(pause - (performance.now() - asked), deadline - performance.now())
    if (early > 0) await sleep(early, undefined, { signal }).catch(() => {})
    if (signal.aborted) throw new Stopped()
  }
}

// Most likely only a person can go on; a cluster that was not looked at yet is in error too, for a moment.
const inError = ({ status }: Row): boolean =>
  (status as State<typeof workspace_provider>['status'] | undefined)?.state === 'error'

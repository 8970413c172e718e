// The lane of one provider: passes when woken or due, one at a time, waiting for nobody else's cluster.
import { createHash } from 'node:crypto'
import { type Desired, readDesired } from '../database/status/desired.ts'
import { accessOf, secretsOf } from './access.ts'
import { type Cluster, openCluster } from './cluster.ts'
import { createMemory } from './compare.ts'
import { conclude } from './conclude.ts'
import type { Finding } from './conditions.ts'
import { mayPass } from './outcome.ts'
import { pass } from './pass.ts'
import type { Tools } from './tools.ts'
import { Trouble } from './trouble.ts'
import { createVigil } from './vigil.ts'
import { type Remainder, waitAfter } from './waiting.ts'

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('base64')

/** Changes exactly when something to be written to the cluster may have changed. */
const fingerprint = ({ provider, bindings }: Desired) =>
  digest([provider, ...bindings].map(({ stored: _, ...declared }) => declared))

const credentialOf = ({ provider: { cluster, token, client_certificate, client_key } }: Desired) =>
  digest([cluster, token, client_certificate, client_key])

/** `gone` is called when the provider's row is no more. `settled` says that a turn has ended. */
export const createLane = (id: string, tools: Tools, told: { gone: () => void; settled: () => void }) => {
  const { database, config, log, now, random } = tools
  const resyncMs = config.resyncSeconds * 1_000
  const vigil = createVigil(tools, () => wake(true))
  let cluster: { credential: string; open: Cluster } | undefined
  let memory = createMemory()
  const keeping = new Map<string, string>()
  let asked: { credential: string; at: number; said: Finding } | undefined
  let last: { print: string; due: number } | undefined
  let failures = 0
  let doubted = false
  let running = false
  let woken = false
  let urgent = false
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  const connect = async (desired: Desired, credential: string) => {
    if (cluster?.credential === credential) return cluster.open
    disconnect()
    const access = await accessOf(desired.provider, config)
    // Nobody would close it any more.
    if (stopped) throw new Trouble('Stopped', 'Polder has stopped.')
    cluster = { credential, open: openCluster(access, secretsOf(desired.provider)) }
    return cluster.open
  }
  const disconnect = () => {
    vigil.end()
    cluster?.open.close()
    cluster = asked = undefined
    memory = createMemory()
  }

  const turn = async (forced: boolean) => {
    const desired = await readDesired(database, id)
    if (stopped) return
    if (!desired) {
      stop()
      return told.gone()
    }
    const print = fingerprint(desired)
    if (!forced && last?.print === print && now().getTime() < last.due) return
    vigil.pause()
    const credential = credentialOf(desired)
    const isFresh = asked?.credential === credential && now().getTime() - asked.at < resyncMs
    const authorized = isFresh ? asked?.said : undefined
    const { outcome, done } = await pass(desired, { database, memory, keeping, log, now, authorized }, () =>
      connect(desired, credential),
    )
    if (stopped) return
    if (done?.authorized && !authorized) asked = { credential, at: now().getTime(), said: done.authorized }
    // The next try reads files, resolves names and connects anew.
    if (!done) disconnect()
    // One call without an answer is no outage: only a second failure in a row makes a ready provider an error.
    const first = !doubted
    doubted = mayPass(outcome)
    if (doubted && first && desired.provider.stored.ready) return settle(outcome.remainder, print)
    await conclude(database, desired, outcome, now(), log)
    // The next turn finds that the row is no more.
    settle(outcome.gone ? { kind: 'pending' } : outcome.remainder, print)
    if (!done) return
    memory.keepOnly(done.declared)
    vigil.keep(done)
  }

  const settle = (remainder: Remainder, print?: string) => {
    failures = ['generic', 'pending'].includes(remainder.kind) ? failures + 1 : 0
    const due = now().getTime() + waitAfter(remainder, failures, resyncMs, random)
    last = { print: print ?? last?.print ?? '', due }
  }

  const run = async () => {
    running = true
    while (woken && !stopped) {
      const forced = urgent
      woken = urgent = false
      await turn(forced).catch((error) => {
        if (stopped) return
        log.error({ provider: id, error: (error as Error).message }, 'a pass could not be concluded')
        settle({ kind: 'generic' })
      })
    }
    running = false
    if (!stopped) timer = setTimeout(() => wake(false), Math.max(0, (last?.due ?? 0) - now().getTime()))
    told.settled()
  }
  /** `forced`: even though nothing is due and no row has changed. */
  const wake = (forced: boolean) => {
    if (stopped) return
    woken = true
    urgent ||= forced
    if (running) return
    clearTimeout(timer)
    run().catch((error) => log.error({ provider: id, error: (error as Error).message }, 'a lane has ended'))
  }
  const stop = () => {
    stopped = true
    clearTimeout(timer)
    disconnect()
  }
  return { wake, stop, isRunning: () => running }
}
export type Lane = ReturnType<typeof createLane>

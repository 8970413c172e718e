// The session of a provider process: what it remembers between RPCs, cleared by Configure.
import type { Client } from '../client.ts'
import type { Value } from '../protocol/value.ts'
import { type Confirmations, createConfirmations } from './confirmations.ts'
import { createDryRuns, type DryRuns } from './dry-runs.ts'
import { createLookups, type Lookups } from './lookups.ts'
import { createReads, type Reads } from './reads.ts'
import { createRegistry, type Registry } from './registry.ts'

/** The way to the API, with what was learnt over it. */
export interface Connection {
  readonly client: Client
  readonly confirmations: Confirmations
  readonly dryRun: DryRuns
  readonly lookups: Lookups
  readonly reads: Reads
}

export interface Session {
  /** Absent before Configure, and while the provider block has values that are not known yet. */
  connection?: Connection
  /** What the provider block says of the parents that resources omit: text, null or unknown, by attribute. */
  parents: Readonly<Record<string, Value>>
  /** How loudly a plan says that its apply will be refused. */
  planRefusals: 'warning' | 'error'
  registry: Registry
  /** Whether this process has begun to write. */
  applying: boolean
  /** Aborted by StopProvider. */
  stopping: AbortController
}

export const createSession = (): Session => ({
  parents: {},
  planRefusals: 'warning',
  registry: createRegistry(),
  applying: false,
  stopping: new AbortController(),
})

interface Configured extends Partial<Pick<Session, 'parents' | 'planRefusals' | 'stopping'>> {
  client?: Client
}

/** Forgets everything, and goes on over this client, which `stopping` stops too. */
export const configure = (session: Session, { client, ...settings }: Configured): void => {
  Object.assign(session, createSession(), {
    ...settings,
    connection: client && {
      client,
      confirmations: createConfirmations(client),
      dryRun: createDryRuns(client),
      lookups: createLookups(client),
      reads: createReads(client),
    },
  })
}

/** The connection, for whatever cannot be done without one. */
export const connected = ({ connection }: Session): Connection => {
  if (connection) return connection
  throw new Error(
    'The provider block has values that are not known before apply, so the provider cannot reach the API yet. Give `url` and `token` values that are known at plan, or apply their sources first with -target.',
  )
}

// Tells operators what has happened, once and in the same words: as an event of the provider, and in the log.
import type { ProviderEvent } from '../database/status/events.ts'
import type { DesiredProvider } from '../database/status/provider.ts'
import type { Context } from './context.ts'

/** An event, whose provider is also named, and the line of the log. */
export type News = Omit<ProviderEvent, 'provider'> & {
  readonly provider: Pick<DesiredProvider, 'id' | 'name'>
  readonly line: string
  /** More for those who search the log. */
  readonly facts?: object
}

/** `commit` records the events in the transaction that makes them true. The log follows when that is committed. */
export const tell = async <T>(
  { log }: Pick<Context, 'log'>,
  all: readonly News[],
  commit: (events: readonly ProviderEvent[]) => Promise<T>,
): Promise<T> => {
  const committed = await commit(
    all.map(({ provider, organization, type, reason, message }) => ({
      provider: provider.id,
      organization,
      type,
      reason,
      message,
    })),
  )
  for (const { provider, organization, type, reason, message, line, facts } of all) {
    const whose = organization === null ? {} : { organization }
    const level = type === 'Warning' ? 'warn' : 'info'
    log[level]({ provider: provider.name, ...whose, reason, message, ...facts }, line)
  }
  return committed
}

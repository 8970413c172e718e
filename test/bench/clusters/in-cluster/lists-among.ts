// The lists among the requests that a proxy recorded.
import type { Recorded } from '../../../support/cluster/faulty-proxy.ts'

const isList = ({ method, query, isWatch }: Recorded) =>
  method === 'GET' && !isWatch && ['limit', 'labelSelector', 'continue'].some((it) => query.has(it))

export const listsAmong = (calls: readonly Recorded[]) => calls.filter(isList)

/** The lists of all quotas of a provider, by its selector: every full list has one. */
export const fullListsAmong = (calls: readonly Recorded[]) =>
  listsAmong(calls)
    .filter(({ path, query }) => path === '/api/v1/resourcequotas' && !query.has('continue'))
    .map(({ query }) => query.get('labelSelector') ?? '')

// The administrator's requests to an API.
import { until } from '../../../support/until.ts'
import { token } from '../../api-process.ts'

// biome-ignore lint/suspicious/noExplicitAny: an object of any resource, whose reader knows which
type Stored = any
export type RestClient = ReturnType<typeof restClient>

/** `url` is asked at each request, since an API that is started again is elsewhere. */
export const restClient = (url: () => string) => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }

  /** The answer must be of success. */
  const send = async (method: string, path: string, body?: object): Promise<Stored> => {
    const answer = await fetch(url() + path, { method, headers, body: body && JSON.stringify(body) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status} ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }
  const reconciled = (path: string, patienceMs = 1_800_000): Promise<Stored> =>
    until(
      async () => {
        const row = await send('GET', path)
        if (!row.reconciled) throw new Error(`${path} is not reconciled: ${JSON.stringify(row.conditions)}`)
        return row
      },
      patienceMs,
      100,
    )
  return { send, reconciled }
}

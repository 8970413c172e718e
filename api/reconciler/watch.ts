// Follows the changes of one kind of object as the API server tells them, one JSON line each.
import type { Transport } from './transport.ts'

export type Change = { type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR'; object: object }
export type Watching = {
  /** `/api/v1/resourcequotas` */
  path: string
  selector: string
  resourceVersion: string
  /** The server ends the watch after that. */
  seconds: number
  /** Milliseconds without a line, bookmarks included, after which the connection counts as dead. */
  silenceMs: number
  changed: (change: Change) => void
}

const longestLine = 4 * 2 ** 20

/** Resolves when the server or `signal` ends the watch; the caller lists and watches again. */
export const follow = async (
  transport: Transport,
  watching: Watching,
  signal: AbortSignal,
): Promise<void> => {
  const query = new URLSearchParams({
    watch: 'true',
    allowWatchBookmarks: 'true',
    labelSelector: watching.selector,
    resourceVersion: watching.resourceVersion,
    timeoutSeconds: String(watching.seconds),
  })
  const silence = new AbortController()
  const overdue = () => silence.abort(new DOMException('the watch is silent', 'TimeoutError'))
  const timer = setTimeout(overdue, watching.silenceMs)
  try {
    const ends = AbortSignal.any([signal, silence.signal])
    const answer = await transport.stream({ method: 'GET', path: `${watching.path}?${query}` }, ends)
    if (answer.statusCode !== 200) {
      answer.destroy()
      throw new Error(`the watch was answered with ${answer.statusCode}`)
    }
    answer.setEncoding('utf8')
    let rest = ''
    for await (const part of answer as AsyncIterable<string>) {
      timer.refresh()
      const lines = (rest + part).split('\n')
      rest = lines.pop() ?? ''
      if (rest.length > longestLine) throw new Error('the watch sends a line without end')
      for (const line of lines) if (line) watching.changed(JSON.parse(line) as Change)
    }
  } catch (error) {
    if (!signal.aborted) throw silence.signal.aborted ? silence.signal.reason : error
  } finally {
    clearTimeout(timer)
  }
}

// A deployment of Polder to measure: a PostgreSQL of its own, and API processes on it.
import { startApiProcess } from '../../api-process.ts'
import { restClient } from './rest-client.ts'
import { startDatabase } from './start-database.ts'

export type Deployment = Awaited<ReturnType<typeof startDeployment>>
type ApiProcess = Awaited<ReturnType<typeof startApiProcess>>

/** With one process, which the database knows as `first`. */
export const startDeployment = async () => {
  const { environment, query, stop } = await startDatabase()
  const started: ApiProcess[] = []

  const add = async (name: string, more: NodeJS.ProcessEnv = {}) => {
    const api = await startApiProcess({ ...environment(name), ...more })
    started.push(api)
    return api
  }
  let first = await add('first')
  return {
    /** The first process, or the one that took its place. */
    first: () => first,
    add,
    /** Ends the first process, and starts another with `more` in its environment. */
    async restart(more: NodeJS.ProcessEnv) {
      await first.stop()
      first = await add('first', more)
    },
    rest: restClient(() => first.url),
    query,
    async stop() {
      for (const api of started) await api.stop()
      await stop()
    },
  }
}

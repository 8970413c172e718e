// The API, started again whenever it ends, as a supervisor does.
import { startApiProcess } from '../bench/api-process.ts'

export type Supervised = Awaited<ReturnType<typeof supervised>>

export const supervised = async (env: NodeJS.ProcessEnv) => {
  const exits: string[] = []
  let api = await startApiProcess(env)
  let over = false
  const watch = async () => {
    for (;;) {
      const status = await api.ended
      if (over) return
      exits.push(`The API ended with ${status}. ${api.log().slice(-400)}`)
      await api.stop()
      // While the database is away, the API cannot start either.
      while (!over) {
        const started = await startApiProcess(env).catch(() => undefined)
        if (started) api = started
        if (started) break
      }
    }
  }
  const watching = watch()
  return {
    url: () => api.url,
    exits,
    /** Ends the process without a word; it is started again. */
    kill: () => api.signal('SIGKILL'),
    async stop() {
      over = true
      await api.stop()
      await watching
    },
  }
}

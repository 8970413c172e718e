// Restarts an embedded PostgreSQL under whoever uses it.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startEmbedded } from '../../../api/database/server/embedded.ts'
import { until } from '../until.ts'

const patienceMs = 30_000

/** SIGINT is an ordinary restart (`fast`), SIGQUIT a crash (`immediate`). */
export const restartServer = async (dataDir: string, signal: 'SIGINT' | 'SIGQUIT') => {
  const [pid] = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(pid), signal)
  const isGone = () => {
    try {
      process.kill(Number(pid), 0)
    } catch {
      return
    }
    throw new Error(`PostgreSQL did not end within ${patienceMs} ms of ${signal}.`)
  }
  await until(isGone, patienceMs, 10)
  return startEmbedded(dataDir)
}

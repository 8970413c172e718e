// Runs a task in one process at a time; the system releases the lock when its holder dies.
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

const busy = 5

/**
 * Runs `task` while this process alone holds the lock on `file`. A write transaction of SQLite is that lock:
 * unlike a file with a process id in it, it cannot be left behind, nor be taken over by two at once.
 */
export const withLock = async <T>(file: string, waiting: () => void, task: () => Promise<T>): Promise<T> => {
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    for (let told = false; !tryToLock(database); told = true) {
      if (!told) waiting()
      await sleep(200)
    }
    return await task()
  } finally {
    database.close()
  }
}

const tryToLock = (database: DatabaseSync): boolean => {
  try {
    database.exec('BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if ((error as { errcode?: number }).errcode === busy) return false
    throw error
  }
}

// Objects of the state that Terraform has not told of yet: waits for them as long as it goes on telling of others.
import { setTimeout as sleep } from 'node:timers/promises'

const moment = 500

/**
 * Terraform plans only so many objects at once, so those that wait here may be what keeps it from telling of the one
 * they wait for. When nothing more is heard the newest therefore gives way, unrefused; only when that brings no news
 * either has everything been told. (One that waits alone has stopped nobody, unless with `-parallelism=1`.)
 */
export const createLatecomers = (knows: (id: string) => boolean) => {
  const waiting: symbol[] = []
  let heardAt = 0
  let gaveWayAt = 0

  const heard = () => {
    heardAt = performance.now()
  }

  return {
    /** Terraform has told of an object. */
    heard,

    /** Whether the state has the object, or may have it as far as can be told. */
    async mayCome(id: string): Promise<boolean> {
      const self = Symbol(id)
      waiting.push(self)
      heard()
      try {
        for (; !knows(id); await sleep(50)) {
          if (performance.now() - Math.max(heardAt, gaveWayAt) < moment) continue
          if (waiting.length === 1 || gaveWayAt > heardAt) return false
          if (waiting.at(-1) === self) {
            gaveWayAt = performance.now()
            return true
          }
        }
        return true
      } finally {
        waiting.splice(waiting.indexOf(self), 1)
      }
    },
  }
}

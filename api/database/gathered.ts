// Asks the same question for many at once: a flood of askers costs no more than a few hundred questions a second.
import { setTimeout as pause } from 'node:timers/promises'

const pauseMs = 5

/** One question at a time, with a pause behind it: whoever comes meanwhile shares the next. Undefined has no answer. */
export const gathered = <T>(ask: (keys: string[]) => Promise<ReadonlyMap<string, T>>) => {
  let next: { keys: Set<string>; answers: Promise<ReadonlyMap<string, T>> } | undefined
  let before: Promise<unknown> | undefined

  const begin = () => {
    const keys = new Set<string>()
    const ready = async () => {
      await before
      next = undefined
      return ask([...keys])
    }
    const answers = ready()
    before = answers.catch(() => {}).then(() => pause(pauseMs))
    return { keys, answers }
  }
  return async (key: string): Promise<T | undefined> => {
    next ??= begin()
    next.keys.add(key)
    return (await next.answers).get(key)
  }
}

// The input of a statement of a resource about a list of writes.
import type { Effect, Lookup, Write } from '../../../resources/rules.ts'

/** As the statement takes it; empty where none of the writes concerns it. */
export const askedBy = ({ verbs, ask }: Lookup | Effect, writes: readonly Write[]) =>
  writes.flatMap((write) => {
    const more = verbs.includes(write.verb) ? (ask ? ask(write) : {}) : null
    return more ? [{ ...more, id: write.after.id }] : []
  })

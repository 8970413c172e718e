// The way down to the objects of a resource in the order of their keys: one step for each row that a key begins with.
import { addressParts } from '../../../schemas/place.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'

/** One row that keys begin with. Its table has an index on what it is called by, in its own place. */
export type Step = {
  /** The references that lead from `t` to it. */
  through: readonly string[]
  to: Resource
  alias: string
  /** What the part of the key is ordered by. */
  name: string
  /** What ties the row to the steps before; nothing where it lives in none of them. */
  on: string[]
}

/** `t` itself refers to it. */
export const isStraight = ({ through }: Pick<Step, 'through'>) => through.length === 1

/** Ends before the first part that may be absent, or names no other row. */
export const stepsOf = (resource: Resource): Step[] => {
  const steps: Step[] = []
  for (const { object: to, optional, through, column } of addressParts(resource)) {
    if (!to || optional || to.attributes[column]?.shape.kind !== 'text') break
    const alias = ['s', ...through].join('__')
    const on = steps.flatMap((it) => {
      if (isStraight(it) && it.to === to.within) return [`${alias}.${to.within.name}_id = ${it.alias}.id`]
      const isBeyond = it.through.slice(0, -1).join() === through.join()
      return isBeyond ? [`${alias}.${it.through.at(-1)}_id = ${it.alias}.id`] : []
    })
    // What is beneath the steps so far is then not told by `t` alone.
    if (on.length === 0 && !steps.every(isStraight)) break
    steps.push({ through, to, alias, name: `${alias}."${column}"`, on })
  }
  return steps
}

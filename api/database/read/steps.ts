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
  /** The steps before that the row refers to, by its columns; none where it lives in none of them. */
  on: { column: string; above: Step }[]
}

/** `t` itself refers to it. */
const isStraight = ({ through }: Pick<Step, 'through'>) => through.length === 1

const allAbove = ({ on }: Step): Step[] => on.flatMap(({ above }) => [above, ...allAbove(above)])

/** The conditions that tie the row `t` to these steps, but for those that others of them imply. */
export const tiesTo = (steps: readonly Step[]): string[] => {
  const straight = steps.filter(isStraight)
  const implied = straight.flatMap(allAbove)
  return straight
    .filter((it) => !implied.includes(it))
    .map(({ through, alias }) => `t.${through[0]}_id = ${alias}.id`)
}

/** Ends before the first part that may be absent, or names no other row. */
export const stepsOf = (resource: Resource): Step[] => {
  const steps: Step[] = []
  for (const { object: to, optional, through, column } of addressParts(resource)) {
    if (!to || optional || to.attributes[column]?.shape.kind !== 'text') break
    const alias = ['s', ...through].join('__')
    const on = steps.flatMap((above) => {
      if (isStraight(above) && above.to === to.within) return [{ column: `${to.within.name}_id`, above }]
      const isBeyond = above.through.slice(0, -1).join() === through.join()
      return isBeyond ? [{ column: `${above.through.at(-1)}_id`, above }] : []
    })
    // What is beneath the steps so far is then not told by `t` alone.
    if (on.length === 0 && !steps.every(isStraight)) break
    steps.push({ through, to, alias, name: `${alias}."${column}"`, on })
  }
  return steps
}

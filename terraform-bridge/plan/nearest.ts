// Finds the name that a person most likely meant: the one with the fewest typing errors.

/** Undefined where none is near: one error is granted for every three characters. */
export const nearest = (typed: string, names: readonly string[]): string | undefined => {
  const [best] = names
    .map((name) => ({ name, errors: errorsBetween(typed, name) }))
    .toSorted((one, other) => one.errors - other.errors)
  return best && best.errors > 0 && best.errors <= Math.floor(typed.length / 3) ? best.name : undefined
}

// Characters left out, added, mistaken, or swapped with their neighbour (optimal string alignment).
const errorsBetween = (one: string, other: string): number => {
  let [before, above]: number[][] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let row = 1; row <= one.length; row++) {
    const here = [row]
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1]
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      here.push(
        Math.min(
          above![column]! + 1,
          here[column - 1]! + 1,
          above![column - 1]! + (same ? 0 : 1),
          swapped ? before![column - 2]! + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    ;[before, above] = [above, here]
  }
  return above![other.length]!
}

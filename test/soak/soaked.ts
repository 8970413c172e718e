// What a soak found.
export type Soaked = {
  /** What was counted and measured. */
  counts: Record<string, string | number>
  /** Sentences about promises that did not hold; none when all is well. */
  broken: string[]
}

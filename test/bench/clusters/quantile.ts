// The value that a share of all values does not exceed.

/** `share` from 0 to 1: the median is 0.5. Fails where there are no values. */
export const quantile = (values: readonly number[], share: number) => {
  const sorted = values.toSorted((a, b) => a - b)
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  if (found === undefined) throw new Error('Nothing was measured.')
  return found
}

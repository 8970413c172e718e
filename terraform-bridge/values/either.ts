// Names of attributes as alternatives in a sentence.

/** `a`, `b`, or `c`, each in backticks. */
export const either = (names: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'disjunction' }).format(names.map((it) => `\`${it}\``))

// Works on many things, a few at a time.

/** With a watch of every kind beside them a provider has sixteen connections. */
export const width = 9

/** The first failure stops the taking of more and is thrown once those under way have ended. */
export const inParallel = async <T>(items: Iterable<T>, work: (item: T) => Promise<void>) => {
  const rest = [...items].values()
  let failure: { error: unknown } | undefined
  const worker = async () => {
    for (const item of rest) {
      if (failure) return
      await work(item).catch((error) => {
        failure ??= { error }
      })
    }
  }
  await Promise.all(Array.from({ length: width }, worker))
  if (failure) throw failure.error
}

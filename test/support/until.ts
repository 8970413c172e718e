// Waiting for what is about to be true.

/** Polls until `look` no longer throws. When the time is up, the last error is the test's. */
export const until = async <T>(look: () => Promise<T> | T, withinMs = 10_000, everyMs = 50): Promise<T> => {
  const deadline = Date.now() + withinMs
  for (;;) {
    try {
      return await look()
    } catch (error) {
      if (Date.now() > deadline) throw error
      await new Promise((resolve) => setTimeout(resolve, everyMs))
    }
  }
}

// Works a list off with a fixed number of workers.

/** Resolves when `run` is done with all `items`, of which `width` are under way at any time. */
export const atATime = async <T>(width: number, items: readonly T[], run: (item: T) => Promise<unknown>) => {
  const left = items.values()
  const work = async () => {
    for (const item of left) await run(item)
  }
  await Promise.all(Array.from({ length: width }, work))
}

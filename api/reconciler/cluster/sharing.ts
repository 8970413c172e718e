// Holds equal values once: of thousands of objects most have their labels and their digests in common.

const most = 20_000

export const createSharing = () => {
  const held = new Map<string, unknown>()
  return <T>(value: T): T => {
    const text = JSON.stringify(value)
    const known = held.get(text)
    if (known !== undefined) return known as T
    // What is no longer needed goes with all the rest; what is needed comes back by and by.
    if (held.size === most) held.clear()
    held.set(text, value)
    return value
  }
}

// An HTTP proxy in front of one server that counts what passes.
import { startProxy } from './proxy.ts'

/** Counts every request it passes on to `target`, an `http://` address. */
export const countingProxy = async (target: string) => {
  const seen: string[] = []
  const proxy = await startProxy(target, ({ method, url }, _, forward) => {
    seen.push(`${method} ${url}`)
    forward()
  })
  return {
    ...proxy,
    /** The requests since the last call, each as `GET /path`. */
    take: () => seen.splice(0),
  }
}

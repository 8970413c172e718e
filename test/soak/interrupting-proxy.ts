// A way to the API on which one create is lost, before or after the API has stored it.
import { startProxy } from '../support/proxy.ts'

type Loss = {
  /** How many creates pass before the one that is lost. */
  after: number
  /** Whether the API stores the create before its answer is lost. */
  stored: boolean
  /** Called when the create is lost. */
  onLoss(): void
}

const isCreate = (method = '', path = '') =>
  (method === 'POST' || method === 'PUT') && !/^\/v1\/(dry_runs|confirmations)\b/.test(path)

/** Passes everything on to `target`, an `http://` address. */
export const startInterruptingProxy = async (target: string) => {
  let loss: Loss | undefined
  let foundAgain = 0

  const proxy = await startProxy(target, ({ method, url }, outgoing, forward) => {
    const create = isCreate(method, url)
    const lost = create && loss && loss.after-- === 0 ? loss : undefined
    const lose = () => {
      loss = undefined
      outgoing.destroy()
      lost?.onLoss()
    }
    if (lost && !lost.stored) return lose()
    forward((answer) => {
      if (create && method === 'POST' && answer.statusCode === 200) foundAgain += 1
      if (lost) answer.resume().on('end', lose)
      return lost !== undefined
    })
  })

  return {
    ...proxy,
    /** Loses one of the next creates. */
    lose: (next: Loss) => {
      loss = next
    },
    /** Loses none any more; tells whether the last one that was to be lost was reached. */
    settle() {
      const reached = loss === undefined
      loss = undefined
      return reached
    },
    /** How many POSTs were answered with an object that an earlier one had made. */
    foundAgain: () => foundAgain,
  }
}

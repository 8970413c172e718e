// StopProvider: ends waiting; what was sent is seen through and answered as it came out.
import type { Session } from '../memory/session.ts'
import type { Response } from '../protocol/methods.ts'

export const stopProvider = (_: unknown, { stopping }: Session): Response<'stopProvider'> => {
  stopping.abort()
  return {}
}

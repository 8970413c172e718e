// What tests of the server wait for: a failed call, a condition.
import { setTimeout } from 'node:timers/promises'
import type { ServiceError } from '@grpc/grpc-js'

/** The error of a call that must fail. */
export const failure = async (call: Promise<unknown>): Promise<ServiceError> => {
  const outcome = await call.then(
    () => undefined,
    (error: ServiceError) => error,
  )
  if (!outcome) throw new Error('the call succeeded')
  return outcome
}

/** Polls until the condition holds, for fifteen seconds at most. */
export const until = async (condition: () => boolean): Promise<void> => {
  const deadline = Date.now() + 15_000
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`not within fifteen seconds: ${condition}`)
    await setTimeout(5)
  }
}

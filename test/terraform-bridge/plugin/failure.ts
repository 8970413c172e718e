// The error of a gRPC call that fails.
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

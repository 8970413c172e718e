// The services that go-plugin expects beside the provider's own (its internal/plugin/*.proto and gRPC's health.proto).
import { type Call, GrpcError, type GrpcMethod, grpcStatus, type Methods } from './method.ts'

const empty = { decode: () => undefined, encode: () => new Uint8Array() }

// field 1, varint, SERVING
const serving = Uint8Array.of(0x08, 0x01)

/** `shutDown` is called when core asks the process to end, which waits for it. */
export const goPluginServices = (shutDown: () => Promise<void>): Methods => {
  const shutdown: GrpcMethod = {
    ...empty,
    requestStream: false,
    responseStream: false,
    call: shutDown,
  }
  // This provider never writes to stdout or stderr through core, and never asks it for a connection of its own.
  const stdio: GrpcMethod = { ...empty, requestStream: false, responseStream: true, call: parked }
  const broker: GrpcMethod = { ...empty, requestStream: true, responseStream: true, call: parked }
  const health: GrpcMethod = {
    requestStream: false,
    responseStream: false,
    // HealthCheckRequest is one text, the service's name, shorter than 128 bytes.
    decode: (bytes) => Buffer.from(bytes.subarray(2)).toString(),
    encode: () => serving,
    call: (service) => {
      if (service !== '' && service !== 'plugin') throw new GrpcError(grpcStatus.notFound, 'unknown service')
    },
  }
  return new Map<string, GrpcMethod>([
    ['/plugin.GRPCController/Shutdown', shutdown],
    ['/plugin.GRPCStdio/StreamStdio', stdio],
    ['/plugin.GRPCBroker/StartStream', broker],
    ['/grpc.health.v1.Health/Check', health],
  ])
}

/** Says nothing until the caller is gone. */
async function* parked(_request: unknown, { signal }: Call): AsyncGenerator<never> {
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve))
}

// A gRPC client of another make, grpc-js, that sends and receives bytes as they are.
import {
  ChannelCredentials,
  Client,
  type ClientUnaryCall,
  credentials,
  type ServiceError,
} from '@grpc/grpc-js'
import type { Certificate } from '../../../terraform-bridge/plugin/certificate.ts'

export interface Caller {
  unary(path: string, request: Uint8Array): Promise<Buffer>
  /** As `unary`, but lets go of the call when told to. */
  cancellable(path: string, request: Uint8Array): { answer: Promise<Buffer>; cancel(): void }
  stream(path: string, request: Uint8Array): AsyncIterable<Buffer> & { cancel(): void }
  close(): void
}

/** `target` as grpc-js spells it: `unix:/path` or `host:port`. */
export const connect = (target: string, tls?: { server: string; own?: Certificate }): Caller => {
  const secure =
    tls &&
    credentials.createSsl(
      Buffer.from(tls.server),
      tls.own && Buffer.from(tls.own.key),
      tls.own && Buffer.from(tls.own.certificate),
    )
  const client = new Client(target, secure ?? ChannelCredentials.createInsecure(), {
    'grpc.ssl_target_name_override': 'localhost',
    'grpc.default_authority': 'localhost',
    'grpc.max_receive_message_length': -1,
    'grpc.max_send_message_length': -1,
    'grpc.enable_retries': 0,
  })
  const cancellable: Caller['cancellable'] = (path, request) => {
    let call: ClientUnaryCall | undefined
    const answer = new Promise<Buffer>((resolve, reject) => {
      call = client.makeUnaryRequest(
        path,
        asBuffer,
        same,
        request,
        (error: ServiceError | null, response) => {
          if (error) reject(error)
          else resolve(response!)
        },
      )
    })
    return { answer, cancel: () => call?.cancel() }
  }
  return {
    unary: (path, request) => cancellable(path, request).answer,
    cancellable,
    stream: (path, request) => client.makeServerStreamRequest(path, asBuffer, same, request),
    close: () => client.close(),
  }
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes)
const same = (bytes: Buffer): Buffer => bytes

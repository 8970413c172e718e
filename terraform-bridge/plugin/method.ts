// The methods of a gRPC server, by path, each with the codecs of its messages.

export interface Call {
  /** Aborted when the caller is gone before the answer is. */
  readonly signal: AbortSignal
}

export interface GrpcMethod {
  /** When the request is a stream, nobody reads it and `call` gets undefined. */
  readonly requestStream: boolean
  /** When the answer is a stream, `call` returns an AsyncIterable; else the answer, or a promise of it. */
  readonly responseStream: boolean
  decode(bytes: Uint8Array): unknown
  encode(message: unknown): Uint8Array
  call(request: unknown, call: Call): unknown
}

/** By the path of the HTTP/2 request, `/package.Service/Method`. */
export type Methods = ReadonlyMap<string, GrpcMethod>

/** What a method throws to answer with a gRPC status of its choice. */
export class GrpcError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

// https://grpc.github.io/grpc/core/md_doc_statuscodes.html
export const grpcStatus = { ok: 0, notFound: 5, unimplemented: 12, internal: 13 } as const

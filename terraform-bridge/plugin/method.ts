// What the server calls: methods by path, unary or streaming, each with the codecs of its messages.

export interface Call {
  /** Aborted when the caller is gone before the answer is. */
  readonly signal: AbortSignal
}

interface Codecs {
  decode(bytes: Uint8Array): unknown
  encode(message: unknown): Uint8Array
}

interface Unary extends Codecs {
  readonly requestStream: false
  readonly responseStream: false
  call(request: unknown, call: Call): unknown
}

interface Streaming extends Codecs {
  /** When the request is a stream too, nobody reads it and `request` is undefined. */
  readonly requestStream: boolean
  readonly responseStream: true
  call(request: unknown, call: Call): AsyncIterable<unknown>
}

export type Method = Unary | Streaming

/** By the path of the HTTP/2 request, `/package.Service/Method`. */
export type Methods = ReadonlyMap<string, Method>

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

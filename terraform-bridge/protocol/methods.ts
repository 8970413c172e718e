// The provider's RPCs as a table that a server can walk: path, streaming, and the codecs of their messages.
import { ProviderDefinition } from './messages/tfplugin6.ts'

type Definitions = typeof ProviderDefinition.methods
export type MethodName = keyof Definitions

/** What Terraform sent: scalars, bytes and lists are always there, messages only when it sent them. */
export type Request<M extends MethodName> = Received<ReturnType<Definitions[M]['requestType']['decode']>>
/** What is answered, or one event of a stream of answers: whatever is left out has its protobuf default. */
export type Response<M extends MethodName> = ReturnType<Definitions[M]['responseType']['decode']>

export interface Method {
  readonly name: MethodName
  /** As in the HTTP/2 request: `/tfplugin6.Provider/PlanResourceChange`. */
  readonly path: string
  readonly requestStream: boolean
  readonly responseStream: boolean
  decode(bytes: Uint8Array): unknown
  encode(message: unknown): Uint8Array
}

type Scalar = string | number | boolean | Uint8Array
type Received<T> = T extends Scalar | undefined
  ? NonNullable<T>
  : T extends readonly (infer E)[] | undefined
    ? Received<NonNullable<E>>[]
    : T extends { $case: string } | undefined
      ? T
      : {
          [K in keyof Required<T>]: NonNullable<T[K]> extends Scalar | readonly unknown[]
            ? Received<NonNullable<T[K]>>
            : Received<NonNullable<T[K]>> | undefined
        }

interface Codec {
  decode(bytes: Uint8Array): unknown
  encode(message: unknown): { finish(): Uint8Array }
}

export const methods = (): Method[] =>
  Object.entries(ProviderDefinition.methods).map(([name, definition]) => {
    const request = definition.requestType as Codec
    const response = definition.responseType as Codec
    return {
      name: name as MethodName,
      path: `/${ProviderDefinition.fullName}/${definition.name}`,
      requestStream: definition.requestStream,
      responseStream: definition.responseStream,
      decode: (bytes) => request.decode(bytes),
      encode: (message) => response.encode(message).finish(),
    }
  })

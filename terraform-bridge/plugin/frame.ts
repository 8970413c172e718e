// gRPC's length-prefixed messages: a byte for compression, four for the length, the message.

const HEADER = 5

export const frame = (message: Uint8Array): Buffer => {
  const framed = Buffer.allocUnsafe(HEADER + message.length)
  framed[0] = 0
  framed.writeUInt32BE(message.length, 1)
  framed.set(message, HEADER)
  return framed
}

/** The one message of a unary request. */
export const unframe = (framed: Buffer): Buffer => {
  if (framed[0] === 1) throw new Error('the request is compressed, which was never offered')
  if (framed.length < HEADER || framed.length !== HEADER + framed.readUInt32BE(1)) {
    throw new Error('the request is not exactly one message')
  }
  return framed.subarray(HEADER)
}

// Waits until a request has a socket that is secured, and watches over the silence of that socket afterwards.
import type { ClientRequest } from 'node:http'
import type { TLSSocket } from 'node:tls'

type Limits = {
  /** Milliseconds to connect in. */
  connectMs: number
  /** Milliseconds without a byte. */
  silenceMs: number
  /** Called when either is over. */
  silent: () => void
}

/** `ready` is called in the tick in which what it sends reaches the socket: not before a socket is free and connected. */
export const whenReady = (call: ClientRequest, { connectMs, silenceMs, silent }: Limits, ready: () => void) =>
  call.on('socket', (it) => {
    const socket = it as TLSSocket & { secureConnecting: boolean }
    const begin = () => {
      socket.setTimeout(silenceMs)
      ready()
    }
    socket.on('timeout', silent)
    call.on('close', () => {
      // The next call on this socket has a silence of its own.
      socket.setTimeout(0)
      socket.off('timeout', silent).off('secureConnect', begin)
    })
    if (!socket.secureConnecting) return begin()
    socket.setTimeout(connectMs)
    socket.on('secureConnect', begin)
  })

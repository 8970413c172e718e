// Asks whether a server speaks TLS, after it answered plain HTTP as no API does.
import { connect } from 'node:tls'

const patience = 5_000

/** Never rejects; whoever the server is, its certificate is not judged and nothing is sent. */
export const speaksTls = ({ hostname, port }: URL): Promise<boolean> =>
  new Promise((resolve) => {
    const host = hostname.replace(/^\[|\]$/g, '')
    const socket = connect({ host, port: Number(port) || 80, rejectUnauthorized: false })
    const end = (spoken: boolean) => {
      socket.destroy()
      resolve(spoken)
    }
    socket.setTimeout(patience, () => end(false))
    socket.once('secureConnect', () => end(true))
    socket.once('error', () => end(false))
  })

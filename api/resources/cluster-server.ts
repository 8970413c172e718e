// Normalizes the address of a registered cluster, and refuses addresses where no cluster may be.
import { isIP } from 'node:net'
import { refusedAddress, thisMachine } from './refused-address.ts'

const metadata = /^(metadata|instance-data)(\.|$)/
const local = /(^|\.)localhost$/

const hostOf = (server: string) =>
  new URL(server).hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')

/** `host:port`, and the path of an API server that stands behind one; two spellings of one address are one. */
export const normalizedServer = (server: string): string => {
  const host = hostOf(server)
  const { port, pathname } = new URL(server)
  return `${isIP(host) === 6 ? `[${host}]` : host}:${port || '443'}${pathname.replace(/\/$/, '')}`
}

/** Why no cluster may be there; names are judged again when they have been resolved. */
export const refusedServer = (server: string, { allowLoopback }: { allowLoopback: boolean }) => {
  if (!URL.canParse(server)) return 'Give an address such as `https://cluster.example.com:6443`.'
  const host = hostOf(server)
  if (isIP(host)) return refusedAddress(host, allowLoopback)
  if (metadata.test(host)) {
    return `\`${host}\` is a name of cloud metadata services. Give the name or address of the cluster's API server.`
  }
  if (!allowLoopback && local.test(host)) return thisMachine(`\`${host}\``)
}

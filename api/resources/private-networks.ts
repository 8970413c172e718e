// The networks that are not of the public Internet, as CIDRs.

/** This network, private ones, those of carriers, loopback, link-local, protocols, benchmarks, multicast, reserved. */
export const private4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/4',
  '240.0.0.0/4',
]

/** Global unicast of IPv6: everything that is public. Unique local and link-local addresses are outside. */
export const public6 = '2000::/3'

/** Parts of it that lead to IPv4 addresses, private ones included: Teredo and 6to4. */
export const tunnels6 = ['2001::/32', '2002::/16']

/** Behind it is the whole of IPv4, for those who have IPv6 alone (RFC 6052). */
export const nat64 = '64:ff9b::/96'

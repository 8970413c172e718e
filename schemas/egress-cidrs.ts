// The networks that workspaces may reach where a provider names them.
import { cidrSyntax, readCidr } from './cidr.ts'
import { defaulted, type Refused, setOf, text } from './vocabulary.ts'

/** IPv4 addresses as IPv6 ones, which no pod reaches. */
const isMapped = ({ bits, first }: { bits: number; first: bigint }) =>
  bits === 128 && first >> 32n === 0xffffn

const refusalOf = (cidr: string) => {
  const read = readCidr(cidr)
  if (!read)
    return 'This is no network: give its first address in the usual spelling, a slash and the length of the prefix, such as `203.0.113.0/24` or `2001:db8::/32`.'
  return isMapped(read) ? 'Write a network of IPv4 as IPv4, such as `203.0.113.0/24`.' : undefined
}

export const egressCidrs = defaulted(
  setOf(
    text({
      matches: cidrSyntax,
      words: 'a network in CIDR notation, such as `203.0.113.0/24` or `2001:db8::/32`',
      max: 43,
    }),
    { max: 64 },
  ),
  {
    description:
      'The networks that workspaces may reach, in CIDR notation; with `egress` `cidrs` only, which needs at least one. A network leaves out the metadata services of clouds inside it: to allow one of these, list its own address, such as `169.254.169.254/32`.',
    default: [],
    refuse: (them: readonly string[]): Refused[] =>
      them.flatMap((it, at) => {
        const detail = refusalOf(it)
        return detail ? [{ at: `[${at}]`, detail }] : []
      }),
  },
)

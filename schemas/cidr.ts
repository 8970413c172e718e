// Reads networks in CIDR notation, of IPv4 and of IPv6.

/** `first` is the first address as a number, of 32 or 128 bits. */
export type Cidr = { readonly bits: 32 | 128; readonly first: bigint; readonly prefix: number }

/** At most 39 characters of an address, and the length of the prefix. */
export const cidrSyntax = /^[0-9a-f.:]{2,39}\/(0|[1-9]\d{0,2})$/

/** Nothing where the text is no network, or is not spelled as RFC 4632 and RFC 5952 spell it. */
export const readCidr = (text: string): Cidr | undefined => {
  const [address = '', length] = text.split('/')
  const groups = address.includes(':') ? groupsOf(address) : bytesOf(address)
  if (!cidrSyntax.test(text) || !groups) return
  const bits = groups.length === 4 ? 32 : 128
  const each = BigInt(bits / groups.length)
  const first = groups.reduce((all, group) => (all << each) | BigInt(group), 0n)
  const prefix = Number(length)
  const behind = (1n << BigInt(Math.max(bits - prefix, 0))) - 1n
  return prefix <= bits && (first & behind) === 0n ? { bits, first, prefix } : undefined
}

/** Whether all of `inner` is in `outer`, which is larger. */
export const isWithin = (inner: Cidr, outer: Cidr): boolean => {
  const behind = BigInt(outer.bits - outer.prefix)
  return (
    inner.bits === outer.bits &&
    inner.prefix > outer.prefix &&
    inner.first >> behind === outer.first >> behind
  )
}

const bytesOf = (address: string) => {
  const bytes = address.split('.')
  return bytes.length === 4 && bytes.every((it) => String(Number(it)) === it && Number(it) < 256)
    ? bytes.map(Number)
    : undefined
}

/** The one spelling of each address is the one that URLs have. */
const groupsOf = (address: string) => {
  const host = `[${address}]`
  if (!URL.canParse(`http://${host}`) || new URL(`http://${host}`).hostname !== host) return
  const [before = [], after = []] = address
    .split('::')
    .map((half) => (half === '' ? [] : half.split(':').map((it) => Number.parseInt(it, 16))))
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after]
}

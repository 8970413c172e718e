// Reads Kubernetes quantities exactly, so that `1000m`, `1` and `1e0` are one value.

export const quantitySyntax = /^\+?(?:(\d+)(?:\.(\d*))?|\.(\d+))(m|k|[MGTPE]i?|Ki|[eE][+-]?\d{1,2})?$/
/** Characters. */
export const longestQuantity = 64
const finest = 9n
const largest = 2n ** 63n - 1n

/** Billionths (what Kubernetes keeps exactly), or what a person should write instead. */
export const billionths = (text: string): bigint | { refusal: string } => {
  const read = text.length <= longestQuantity ? quantitySyntax.exec(text) : null
  const [, whole = '', after, alone, suffix = ''] = read ?? []
  const fraction = after ?? alone ?? ''
  if (!read)
    return {
      refusal:
        'Use a Kubernetes quantity, zero or more: digits with an optional fraction, then nothing, `m`, `k`, `M`, `G`, `T`, `P`, `E`, `Ki`, `Mi`, `Gi`, `Ti`, `Pi`, `Ei` or an exponent such as `e3`.',
    }
  const digits = BigInt(whole + fraction)
  const shift = finest - BigInt(fraction.length) + tens(suffix)
  const scaled = digits * binary(suffix)
  const amount = shift >= 0n ? scaled * 10n ** shift : scaled / 10n ** -shift
  if (shift < 0n && scaled % 10n ** -shift !== 0n)
    return { refusal: 'Use fewer digits: Kubernetes keeps nine after the decimal point.' }
  if (amount > largest * 10n ** finest)
    return { refusal: 'Use less than `8Ei`, the most that Kubernetes can count.' }
  return amount
}

/** The same text for equal quantities: a plain decimal number without superfluous zeros. */
export const decimal = (amount: bigint): string => {
  const digits = amount.toString().padStart(Number(finest) + 1, '0')
  const fraction = digits.slice(-Number(finest)).replace(/0+$/, '')
  return digits.slice(0, -Number(finest)) + (fraction && `.${fraction}`)
}

const tens = (suffix: string): bigint => {
  if (suffix === 'm') return -3n
  if (suffix === '' || suffix.endsWith('i')) return 0n
  return suffix.length === 1 ? 3n * step(suffix) : BigInt(suffix.slice(1))
}

const binary = (suffix: string): bigint => (suffix.endsWith('i') ? 1024n ** step(suffix) : 1n)

const step = (suffix: string): bigint => BigInt('KMGTPE'.indexOf(suffix[0]!.toUpperCase()) + 1)

// Durations as Go and Terraform spell them: `90s`, `1h30m`.

const units: Record<string, number> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
}
const whole = /^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/
const part = /(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g

/** In milliseconds; undefined where the text is no duration. */
export const duration = (text: string): number | undefined => {
  if (!whole.test(text)) return undefined
  return [...text.matchAll(part)].reduce((sum, [, number, unit]) => sum + Number(number) * units[unit!]!, 0)
}

// A toleration of a node's taint, with what Kubernetes refuses in one.
import { labelKey } from './name.ts'
import { integer, object, optional, type Refused, text } from './vocabulary.ts'

type Toleration = {
  key?: string | null
  operator?: string | null
  value?: string | null
  effect?: string | null
  toleration_seconds?: number | null
}

export const toleration = object({
  key: optional(
    text({
      matches: labelKey,
      words:
        'at most 63 letters, digits, `-`, `_` and `.`, optionally after a domain and a slash, such as `nvidia.com/gpu`',
      min: 1,
      max: 316,
    }),
    { description: 'Key of the taint. Null with the operator `Exists` tolerates every taint.' },
  ),
  operator: optional(text({ oneOf: ['Equal', 'Exists'] }), {
    description: 'Operator: `Equal` (when null) or `Exists`.',
  }),
  value: optional(
    text({
      matches: /^([A-Za-z0-9]([\w.-]*[A-Za-z0-9])?)?$/,
      words: 'letters, digits, and inner `-`, `_` and `.`',
      max: 63,
    }),
    { description: 'Value of the taint, with the operator `Equal`.' },
  ),
  effect: optional(text({ oneOf: ['NoExecute', 'NoSchedule', 'PreferNoSchedule'] }), {
    description: 'Effect of the taint. Null matches all effects.',
  }),
  toleration_seconds: optional(integer({ min: 0 }), {
    description: 'Seconds to stay on a node with the taint, with the effect `NoExecute`.',
  }),
})

/** What the API server says of a pod with these: the rules of ValidateTolerations in Kubernetes. */
export const refuseTolerations = (them: readonly Toleration[]): Refused[] =>
  them.flatMap((it, at) => refusalsOf(it).map(([name, detail]) => ({ at: `[${at}].${name}`, detail })))

const refusalsOf = (it: Toleration): [name: keyof Toleration, detail: string][] => [
  ...rule(
    (it.key ?? null) === null && it.operator !== 'Exists',
    'operator',
    'A toleration without a key needs the operator `Exists`, and then tolerates every taint. Set `key`, or set `operator` to `Exists`.',
  ),
  ...rule(
    it.operator === 'Exists' && (it.value ?? '') !== '',
    'value',
    'A toleration with the operator `Exists` has no value. Leave `value` out, or set `operator` to `Equal`.',
  ),
  ...rule(
    (it.toleration_seconds ?? null) !== null && it.effect !== 'NoExecute',
    'effect',
    'A toleration with `toleration_seconds` needs the effect `NoExecute`. Set `effect`, or leave `toleration_seconds` out.',
  ),
]

const rule = (broken: boolean, name: keyof Toleration, detail: string) =>
  broken ? [[name, detail] as [keyof Toleration, string]] : []

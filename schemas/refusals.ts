// The checks of values that have the right shape: duplicates, implied elements, `refuse`, and attributes that exclude each other.
import type { Growth } from './body.ts'
import { canonical } from './equality.ts'
import type { Attribute, Resource, SetOf } from './vocabulary.ts'

type Refusal = { attribute: string; code: 'invalid'; detail: string }

/** What is wrong with a value of the right shape. */
export const refusals = ({ path, value, attribute }: Growth['wholes'][number]): Refusal[] => {
  const elements =
    attribute.shape.kind === 'set' ? elementRefusals(attribute, path, value as readonly unknown[]) : []
  if (elements.length > 0) return elements
  const reasons = attribute.refuse?.(value as never) ?? []
  if (typeof reasons === 'string') return [invalid(path, reasons)]
  return reasons.map(({ at, detail }) => invalid(path + at, detail))
}

const elementRefusals = (
  { shape, implied }: Attribute,
  path: string,
  value: readonly unknown[],
): Refusal[] => {
  const seen = new Set<string>()
  return value.flatMap((it, at) => {
    if (it === implied)
      return [invalid(`${path}[${at}]`, `\`${implied}\` is implied for everyone. Leave it out.`)]
    const key = JSON.stringify(canonical((shape as SetOf).of, it))
    if (seen.has(key))
      return [invalid(`${path}[${at}]`, 'The list contains this element twice. Remove one of the two.')]
    seen.add(key)
    return []
  })
}

/** The attributes that exclude one that is set too. */
export const rivals = ({ attributes }: Resource, body: Record<string, unknown>): Refusal[] => {
  const first = new Map<string, { kind: string; name: string }>()
  return Object.entries(attributes).flatMap(([name, { exclusive }]) => {
    if (!exclusive || !Object.hasOwn(body, name) || (body[name] ?? null) === null) return []
    const [group = '', kind = ''] = exclusive.split(':')
    const rival = first.get(group) ?? { kind, name }
    first.set(group, rival)
    if (rival.kind === kind) return []
    return [
      invalid(
        name,
        `\`${rival.name}\` is set too. Set one kind of ${group}, and leave the other out or null.`,
      ),
    ]
  })
}

const invalid = (attribute: string, detail: string): Refusal => ({ attribute, code: 'invalid', detail })

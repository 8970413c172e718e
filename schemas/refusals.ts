// What only a value of the right shape can be asked: is it twice, implied, refused, or beside its rival.
import type { Growth } from './body.ts'
import { canonical } from './equality.ts'
import type { Attribute, Resource, SetOf } from './vocabulary.ts'

type Refusal = { attribute: string; code: 'invalid'; detail: string }

/** What only a value of the right shape can be asked. */
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
      return [invalid(`${path}[${at}]`, `\`${implied}\` is implied for everyone; leave it out.`)]
    const key = JSON.stringify(canonical((shape as SetOf).of, it))
    if (seen.has(key))
      return [invalid(`${path}[${at}]`, 'The list contains this element twice. Remove one of the two.')]
    seen.add(key)
    return []
  })
}

/** Several kinds of a group of which only one may be set. */
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
        `\`${rival.name}\` is set too: set one kind of ${group} and leave the other out or null.`,
      ),
    ]
  })
}

const invalid = (attribute: string, detail: string): Refusal => ({ attribute, code: 'invalid', detail })

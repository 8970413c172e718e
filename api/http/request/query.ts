// Reads the query of a request: only parameters of its route, as often and in the shape that the route allows.
import { apiError } from '../../errors.ts'
import type { Parameter, Query, Route } from '../route.ts'

const none: Query = new Map()
export const longestValue = 1024
export const mostRepeated = 500

/** The parameters given; `url` may be relative. Throws `malformed`, or `invalid` naming the parameter. */
export const readQuery = (url: string, route: Route): Query => {
  const start = url.indexOf('?')
  if (start < 0) return none
  const query = new Map<string, string[]>()
  for (const pair of url.slice(start + 1).split('&')) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    const name = unescaped(equals < 0 ? pair : pair.slice(0, equals))
    const value = equals < 0 ? '' : unescaped(pair.slice(equals + 1))
    const parameter = route.parameters.find((it) => it.name === name)
    if (!parameter) throw unknown(name, route)
    const values = query.get(name) ?? []
    const many = parameter.repeated ? mostRepeated : 1
    if (values.length === many) {
      const often = many === 1 ? 'once' : `${many} times at most`
      throw apiError('invalid', `Give \`${name}\` ${often}.`, { attribute: name })
    }
    values.push(checked(parameter, value))
    query.set(name, values)
  }
  return query
}

const unescaped = (raw: string): string => {
  try {
    return decodeURIComponent(raw.replaceAll('+', ' '))
  } catch {
    throw apiError(
      'malformed',
      'The query contains a percent sign that does not begin an escape of UTF-8. Write a percent sign as `%25`.',
    )
  }
}

const unknown = (name: string, { parameters }: Route) => {
  const known = parameters.map((it) => `\`${it.name}\``).join(', ')
  const shown = name.slice(0, 64)
  return apiError(
    'invalid',
    `The route has no query parameter \`${shown}\`. ${known ? `Use ${known}` : 'Leave it out'}.`,
    { attribute: shown },
  )
}

const checked = ({ name, shape }: Parameter, value: string): string => {
  const wrong = wrongness(shape, value)
  if (wrong) throw apiError('invalid', `\`${name}\` must be ${wrong}.`, { attribute: name })
  return value
}

/** What a value should have been, when it is not. */
const wrongness = (shape: Parameter['shape'], value: string): string | undefined => {
  if (value === '' || value.length > longestValue || value.includes('\0')) {
    return `a text of 1 to ${longestValue} characters, without U+0000`
  }
  if (shape.kind === 'set') {
    const { of } = shape
    const other = value.split(',').find((it) => wrongness(of, it))
    if (other === undefined) return undefined
    const shown = other === '' ? 'an empty text' : `\`${other.slice(0, 64)}\``
    // An empty element is told the same choices as a wrong one; a comma stands in for it.
    return `a list, separated by commas, of ${wrongness(of, other || ',')}, not ${shown}`
  }
  if (shape.kind === 'boolean' && value !== 'true' && value !== 'false') return '`true` or `false`'
  if (shape.kind === 'integer') {
    const { min = 0, max = 0 } = shape
    const whole = /^\d{1,9}$/.test(value) ? Number(value) : -1
    if (whole < min || whole > max) return `a whole number from ${min} to ${max}`
  }
  if (shape.kind === 'text' && shape.oneOf && !shape.oneOf.includes(value)) {
    return shape.oneOf.map((it) => `\`${it}\``).join(' or ')
  }
  if (shape.kind === 'text' && shape.matches && !shape.matches.test(value)) return shape.words
}

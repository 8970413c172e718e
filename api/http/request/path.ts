// Reads the path of a request: the variable parts of its route, and the methods that the path supports.
import { apiError } from '../../errors.ts'
import type { Route } from '../route.ts'
import { routes } from '../routes.ts'

const pathOf = (url: string): string => {
  const start = url.indexOf('/', url.indexOf('//') + 2)
  const end = url.indexOf('?', start)
  return url.slice(start, end < 0 ? undefined : end)
}

/** The variable parts, decoded, in order. Throws `malformed`. */
export const addressIn = (url: string, { path }: Route): string[] => {
  if (!path.includes('{')) return []
  const given = pathOf(url).split('/')
  return path.split('/').flatMap((part, index) => (part.startsWith('{') ? [decoded(given[index]!)] : []))
}

const decoded = (raw: string): string => {
  try {
    const value = decodeURIComponent(raw)
    if (!value.includes('\0')) return value
  } catch {
    // Said below.
  }
  throw apiError(
    'malformed',
    'The path contains U+0000, or a percent sign that does not begin an escape of UTF-8. Write a percent sign as `%25`.',
  )
}

const patterns = new Map<string, { pattern: RegExp; methods: string[] }>()
for (const { path, method } of routes) {
  const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`)
  const { methods } = patterns.get(path) ?? { methods: [] }
  patterns.set(path, { pattern, methods: [...methods, method, ...(method === 'GET' ? ['HEAD'] : [])] })
}

/** The methods that work at a path; none, when there is nothing. */
export const methodsAt = (url: string): string[] => {
  const path = pathOf(url)
  return [...new Set([...patterns.values()].flatMap((it) => (it.pattern.test(path) ? it.methods : [])))]
}

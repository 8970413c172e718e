// Checks that a body has the shape of its schema: class-validator, applied as functions to classes made of shapes.
import * as is from 'class-validator'
import { enough, grow, type Held, type HeldClass } from './body.ts'
import { isRecord } from './equality.ts'
import { billionths } from './quantity.ts'
import { refusals, rivals } from './refusals.ts'
import {
  hasLines,
  integerBounds,
  mapBound,
  referenceSyntax,
  setBounds,
  textBounds,
  visible,
} from './syntax.ts'
import type { Resource, Shape, Text } from './vocabulary.ts'

/** `attribute` is a dotted path such as `permissions[2].scope` or `labels["a"]`; `detail` never repeats a value. */
export type Violation = {
  attribute: string
  code: 'invalid' | 'unknown_attribute' | 'immutable'
  detail: string
}

/** The body of a create or of a complete replacement. */
export const checkCreate = (resource: Resource, body: unknown): Violation[] => check(resource, body, 'create')
/** A merge patch: absent stays, so nothing is missed; null resets whatever may be null, and removes inside objects and maps. */
export const checkChange = (resource: Resource, body: unknown): Violation[] => check(resource, body, 'change')
/** Some attributes with all of their value, of a plan or of a merge; the others, and those the server sets, are not judged. */
export const checkKnown = (resource: Resource, values: Record<string, unknown>): Violation[] =>
  check(resource, values, 'known')

type Purpose = 'create' | 'change' | 'known'

const check = (resource: Resource, body: unknown, purpose: Purpose): Violation[] => {
  if (!isRecord(body)) return [invalid('', 'Send a JSON object with the attributes.')]
  const growth = grow(resource.attributes, body, { purpose, classOf })
  const errors = growth.held.flatMap((it) => is.validateSync(it, { stopAtFirstError: true }))
  const misshapen = [...growth.strangers, ...errors.flatMap(worded)].slice(0, enough)
  if (misshapen.length === enough) return misshapen
  const refused = growth.wholes
    .filter((it) => !misshapen.some(({ attribute }) => within(attribute, it.path)))
    .flatMap(refusals)
  return [...misshapen, ...refused, ...rivals(resource, body)].slice(0, enough)
}

const classes = new WeakMap<Shape, HeldClass[]>()

const classOf = (shape: Shape, needed: boolean): HeldClass => {
  const known = classes.get(shape) ?? []
  classes.set(shape, known)
  known[Number(needed)] ??= (() => {
    class It implements Held {
      path = ''
      value: unknown
    }
    const presence = needed
      ? is.IsDefined({ message: 'A value is required and cannot be null.' })
      : is.IsOptional()
    for (const rule of [presence, ...rules(shape)]) rule(It.prototype, 'value')
    return It
  })()
  return known[Number(needed)]!
}

const rules = (shape: Shape): PropertyDecorator[] => {
  switch (shape.kind) {
    case 'text':
      return textRules(shape)
    case 'integer': {
      const { min, max } = integerBounds(shape)
      const message = `Give a whole number from ${min} to ${max}.`
      return [is.IsInt({ message }), is.Min(min, { message }), is.Max(max, { message })]
    }
    case 'quantity':
      return [
        is.IsString({ message: 'Give the quantity as text, such as "16" or "64Gi".' }),
        rule((it) => {
          const amount = billionths(it as string)
          return typeof amount === 'bigint' ? undefined : amount.refusal
        }),
      ]
    case 'reference': {
      const message = `Give the name or the id of one \`${shape.to}\`: 1 to 128 characters of ASCII, without \`/\`.`
      return [is.IsString({ message }), is.Matches(referenceSyntax, { message })]
    }
    case 'boolean':
      return [is.IsBoolean({ message: 'Give true or false.' })]
    case 'timestamp':
      return [
        is.IsRFC3339({ message: 'Give a time in the format of RFC 3339, such as "2030-01-31T12:00:00Z".' }),
        rule((it) => (isInCalendar(it as string) ? undefined : 'Give a day that exists in the calendar.')),
      ]
    case 'object':
      return [
        rule((it) =>
          it instanceof Map ? undefined : `Give an object with ${listed(Object.keys(shape.attributes))}.`,
        ),
        is.ValidateNested(),
      ]
    case 'set': {
      const { min, max } = setBounds(shape)
      const size = { message: min ? `Give ${min} to ${max} elements.` : `Give at most ${max} elements.` }
      return [
        is.IsArray({ message: 'Give a list.' }),
        is.ArrayMinSize(min, size),
        is.ArrayMaxSize(max, size),
        is.ValidateNested(),
      ]
    }
    case 'map': {
      const max = mapBound(shape)
      return [
        rule((it) => (it instanceof Map ? undefined : 'Give an object of names and values.')),
        rule((it) => ((it as Map<string, Held>).size > max ? `Give at most ${max} entries.` : undefined)),
        is.ValidateNested(),
      ]
    }
  }
}

const textRules = (text: Text): PropertyDecorator[] => {
  const { oneOf, matches, words } = text
  const { min, max } = textBounds(text)
  const size = { message: min ? `Give ${min} to ${max} characters.` : `Give at most ${max} characters.` }
  const allowed = hasLines(text) ? ' (line ends and tabs are allowed)' : ''
  return [
    is.IsString({ message: 'Give text.' }),
    ...(oneOf ? [is.IsIn([...oneOf], { message: `Give one of ${listed(oneOf)}.` })] : []),
    is.MinLength(min, size),
    is.MaxLength(max, size),
    rule((it) =>
      (it as string).isWellFormed()
        ? undefined
        : 'The text contains half of a Unicode character. Send whole characters.',
    ),
    ...(matches ? [is.Matches(matches, { message: `Use ${words ?? `what matches ${matches}`}.` })] : []),
    is.Matches(visible(text), {
      message: `The text contains a control character${allowed}. Remove it.`,
    }),
  ]
}

/** JavaScript takes 31 February for 2 or 3 March, and databases end where years have five digits. */
const isInCalendar = (timestamp: string): boolean => {
  const day = timestamp.slice(0, 10)
  return new Date(timestamp).getUTCFullYear() <= 9999 && new Date(day).toISOString().startsWith(day)
}

const rule = (refusal: (value: unknown) => string | undefined) =>
  is.ValidateBy({
    name: 'rule',
    validator: {
      validate: (value) => refusal(value) === undefined,
      defaultMessage: (it) => refusal(it?.value) ?? '',
    },
  })

const worded = ({ target, constraints, children = [] }: is.ValidationError): Violation[] => {
  const [detail] = Object.values(constraints ?? {})
  return detail === undefined ? children.flatMap(worded) : [invalid((target as Held).path, detail)]
}

const within = (attribute: string, path: string) =>
  attribute === path || attribute.startsWith(`${path}.`) || attribute.startsWith(`${path}[`)
const listed = (words: readonly string[]) => words.map((it) => `\`${it}\``).join(', ')
const invalid = (attribute: string, detail: string): Violation => ({ attribute, code: 'invalid', detail })

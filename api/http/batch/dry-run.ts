// The body of a dry run of many writes: described like a resource, so that the same check and document serve it.
import { enough } from '../../../schemas/body.ts'
import { checkCreate, type Violation } from '../../../schemas/check.ts'
import { isRecord } from '../../../schemas/equality.ts'
import { resourceNamed, resources } from '../../../schemas/index.ts'
import { resource } from '../../../schemas/resource.ts'
import { mapOf, optional, required, text } from '../../../schemas/vocabulary.ts'
import { refuseAll } from '../../errors.ts'
import type { Verb } from '../route.ts'

const writes = ['create', 'update', 'put', 'delete'] as const satisfies readonly Verb[]

/** Items of one request. */
export const mostItems = 50

export type DryRunItem = {
  verb: (typeof writes)[number]
  type: string
  id?: string | null
  replaces?: string | null
  body?: Record<string, unknown> | null
}

export const dryRun = resource({
  name: 'dry_run',
  prefix: 'dry',
  description: 'A dry run of one write: its answer, with nothing stored.',
  key: [],
  attributes: {
    verb: required(text({ oneOf: writes }), { description: 'The verb of the write.' }),
    type: required(text({ oneOf: resources.map(({ name }) => name) }), {
      description: 'The type of the object that is written.',
    }),
    id: optional(text({ min: 1, max: 400 }), {
      description: 'The id or the natural key of the object, such as `acme/alice`. A create has none.',
    }),
    replaces: optional(text({ min: 1, max: 64 }), {
      description:
        'With a create: the id of the object that the new object replaces. The replaced object counts as deleted.',
    }),
    body: optional(mapOf(text()), { description: 'The body of the request. A delete has none.' }),
  },
})

/** The items of a body. Throws one refusal of all that is wrong with them, each at its path: `items[3].verb`. */
export const itemsIn = ({ items, ...strangers }: Record<string, unknown>): DryRunItem[] => {
  const unknown = Object.keys(strangers).map((name) => ({
    attribute: name.slice(0, 64),
    code: 'unknown_attribute' as const,
    detail: 'The body has no such attribute. Its one attribute is `items`.',
  }))
  refuseAll([...unknown, ...listRefusals(items)].slice(0, enough))
  refuseAll((items as unknown[]).flatMap(itemRefusals).slice(0, enough))
  return items as DryRunItem[]
}

const listRefusals = (items: unknown): Violation[] => {
  if (!Array.isArray(items)) return [invalid('items', 'Give a list.')]
  return items.length > mostItems ? [invalid('items', `Give at most ${mostItems} elements.`)] : []
}

const itemRefusals = (item: unknown, index: number): Violation[] => {
  const path = `items[${index}]`
  if (!isRecord(item)) return [invalid(path, 'Give an object with `verb` and `type`.')]
  // What is in the body is judged with its item alone.
  const body = isRecord(item.body) ? {} : item.body
  const misshapen = checkCreate(dryRun, { ...item, body })
  const wrong = misshapen.length > 0 ? misshapen : verbRefusals(item as unknown as DryRunItem)
  return wrong.map((it) => ({ ...it, attribute: `${path}.${it.attribute}` }))
}

const verbRefusals = ({ verb, type, id, replaces, body }: DryRunItem): Violation[] => {
  const { prefix } = resourceNamed(type)
  const wrong: Violation[] = []
  const expect = (attribute: string, given: unknown, wanted: boolean, needed: string) => {
    const isGiven = (given ?? null) !== null
    if (wanted && !isGiven) wrong.push(invalid(attribute, needed))
    if (!wanted && isGiven)
      wrong.push(invalid(attribute, `\`${verb}\` takes no \`${attribute}\`. Leave it out.`))
  }
  expect('id', id, verb !== 'create', `\`${verb}\` needs the id or the natural key of the object.`)
  expect('body', body, verb !== 'delete', `\`${verb}\` needs the body of its request.`)
  if (verb !== 'create') expect('replaces', replaces, false, '')
  else if (replaces && !replaces.startsWith(`${prefix}_`))
    wrong.push(invalid('replaces', `Give the id of a \`${type}\`, \`${prefix}_…\`.`))
  return wrong
}

const invalid = (attribute: string, detail: string): Violation => ({ attribute, code: 'invalid', detail })

// Turns what a writer says into what a row stores: references become ids, secrets ciphertext, omissions defaults.
import { isRecord, normalized, same } from '../../../schemas/equality.ts'
import { isReferenceSet } from '../../../schemas/index.ts'
import type { Row } from '../../../schemas/types.ts'
import type { Attribute, Reference, Resource } from '../../../schemas/vocabulary.ts'
import { refuseAll } from '../../errors.ts'
import { columnName, isColumn } from '../schema/columns.ts'
import { decrypt, encrypt } from '../server/secret.ts'
import type { Session } from '../server/session.ts'
import type { Transaction } from '../server/transaction.ts'
import { type Referenced, resolveOne, resolveSet } from './resolve.ts'

export type Body = Record<string, unknown>

/** `create`: all of it. `complete`: a replacement. `merge`: only what is there. */
export type Mode = 'create' | 'complete' | 'merge'

export type Written = {
  /** Columns with their new values. */
  row: Row
  /** Sets of references that were written, as ids and built-in names; null where a view is given up. */
  sets: Record<string, string[] | null>
  /** Secrets that were written, in plain text. */
  secrets: Record<string, string | null>
  /** The references that were resolved. */
  found: Record<string, Referenced>
}

const settable = ({ presence }: Attribute) => presence !== 'computed'

/** Which attributes a body assigns. A complete body also resets what it omits, but no secret and nothing unmanaged. */
const assigned = (resource: Resource, body: Body, mode: Mode) =>
  Object.entries(resource.attributes).filter(([name, it]) => {
    if (!settable(it)) return false
    if (body[name] !== undefined) return mode === 'create' || !(body[name] === null && keepsOnNull(it))
    return mode === 'create' || (mode === 'complete' && !it.secret && !it.unmanaged && !it.fallback)
  })

/** Null means "leave it", not "empty it". */
const keepsOnNull = ({ unmanaged, view, fallback }: Attribute) =>
  (unmanaged === true && view === undefined) || fallback !== undefined

/** Null inside objects is the same as absent, and is stored as absent. */
const bare = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(bare)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, it]) => (it === null ? [] : [[name, bare(it)]])),
  )
}

/** What is secret is bound to its row and attribute (see `encrypt`). */
const aboutSecret = (id: unknown, attribute: string) => `${id}/${attribute}`

const fallbackOf = async (session: Session, attribute: string): Promise<string> => {
  const [row] = await session.query<{ id: string }>(
    `select "${attribute}_id" as id from deployment for key share`,
  )
  return row!.id
}

export const writtenOf = async (
  session: Transaction,
  keys: readonly Buffer[],
  { resource, body, mode, before }: { resource: Resource; body: Body; mode: Mode; before: Row },
): Promise<Written> => {
  const written: Written = { row: {}, sets: {}, secrets: {}, found: {} }
  const organization = () => (written.row.organization_id ?? before.organization_id ?? null) as string | null
  const all = assigned(resource, body, mode)
  const references = all.filter(([, it]) => it.shape.kind === 'reference')
  const rest = all.filter(([, it]) => it.shape.kind !== 'reference')
  for (const [name, it] of references.toSorted(([a], [b]) => first(a) - first(b))) {
    const given = (body[name] ?? null) as string | null
    const spelling =
      given ?? (it.fallback && mode === 'create' ? await fallbackOf(session, it.fallback) : null)
    if (spelling !== null) {
      const one = await resolveOne(session, it.shape as Reference, spelling, name, organization())
      written.found[name] = one
      written.row[`${name}_id`] = one.id
    } else written.row[`${name}_id`] = null
  }
  for (const [name, it] of rest) {
    const value = body[name] ?? it.default ?? null
    if (isReferenceSet(it.shape)) {
      written.sets[name] =
        value === null ? null : await resolveSet(session, it, value as string[], name, organization())
    } else if (it.secret) {
      written.secrets[name] = value as string | null
      written.row[columnName(name, it)] =
        value === null ? null : encrypt(keys, aboutSecret(before.id, name), value as string)
    } else if (isColumn(it)) {
      written.row[name] = bare(normalized(it.shape, value))
    }
  }
  return written
}

/** The organization is locked before everything inside it. */
const first = (attribute: string) => (attribute === 'organization' ? 0 : 1)

/** Which of the written columns and secrets differ from the row before. */
export const changedIn = (
  resource: Resource,
  keys: readonly Buffer[],
  before: Row,
  { row, secrets }: Written,
): Set<string> => {
  const changed = new Set<string>()
  for (const [name, it] of Object.entries(resource.attributes)) {
    const column = columnName(name, it)
    if (!(column in row)) continue
    const old = before[column] ?? null
    const equal = it.secret
      ? sameSecret(keys, aboutSecret(before.id, name), old as Buffer | null, secrets[name] ?? null)
      : it.shape.kind === 'reference'
        ? old === row[column]
        : same(it.shape, old, row[column])
    if (!equal) changed.add(name)
  }
  return changed
}

const sameSecret = (keys: readonly Buffer[], about: string, stored: Buffer | null, plain: string | null) => {
  if (stored === null || plain === null) return stored === null && plain === null
  try {
    return decrypt(keys, about, stored) === plain
  } catch {
    // A credential whose key is lost is replaced by whatever is sent.
    return false
  }
}

/** Throws `immutable` for every change that only a replacement could make. */
export const refuseImmutable = (resource: Resource, changed: ReadonlySet<string>) => {
  const errors = [...changed]
    .filter((name) => resource.attributes[name]!.requiresReplace)
    .map((attribute) => ({
      attribute,
      code: 'immutable' as const,
      detail: `The attribute \`${attribute}\` cannot be changed. Delete the ${resource.name} and create another.`,
    }))
  refuseAll(errors)
}

/** Setting one kind of an exclusive group clears what was stored of the other kinds. */
export const clearRivals = (resource: Resource, { row, secrets }: Written) => {
  const kinds = Object.entries(resource.attributes).flatMap(([name, it]) =>
    it.exclusive ? [{ name, column: columnName(name, it), group: it.exclusive.split(':')[0]!, it }] : [],
  )
  for (const { column, group, it } of kinds) {
    if ((row[column] ?? null) === null) continue
    for (const rival of kinds) {
      if (rival.group !== group || rival.it.exclusive === it.exclusive) continue
      row[rival.column] = null
      if (rival.it.secret) secrets[rival.name] = null
    }
  }
}

// Turns what a writer says into what a row stores: secrets become ciphertext, omissions defaults.
import { isRecord, normalized, same } from '../../../../schemas/equality.ts'
import { isReferenceSet } from '../../../../schemas/index.ts'
import type { Row } from '../../../../schemas/types.ts'
import type { Attribute, Resource } from '../../../../schemas/vocabulary.ts'
import { columnName, isColumn } from '../../schema/columns.ts'
import { aboutSecret, decrypt, encrypt } from '../../server/secret.ts'
import type { Body, Item } from '../line.ts'

/** `create`: all of it. `complete`: a replacement. `merge`: only what is there. */
type Mode = 'create' | 'complete' | 'merge'

export type Written = {
  /** Columns with their new values. */
  row: Row
  /** Sets of references that were written, as ids and built-in names; null where a view is given up. */
  sets: Record<string, readonly string[] | null>
  /** Secrets that were written, in plain text. */
  secrets: Record<string, string | null>
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

/** What an item assigns, its references resolved. */
export const writtenOf = (resource: Resource, keys: readonly Buffer[], item: Item): Written => {
  const { body, before, after, found, sets } = item
  const mode = before ? (item.complete ? 'complete' : 'merge') : 'create'
  const id = (before ?? after).id
  const written: Written = { row: {}, sets: {}, secrets: {} }
  for (const [name, it] of assigned(resource, body, mode)) {
    const value = body[name] ?? it.default ?? null
    if (it.shape.kind === 'reference') {
      written.row[columnName(name, it)] = found[name]?.id ?? null
    } else if (isReferenceSet(it.shape)) {
      written.sets[name] = value === null ? null : (sets[name] ?? [])
      if (it.view) written.row.authoritative = value !== null
    } else if (it.secret) {
      written.secrets[name] = value as string | null
      written.row[columnName(name, it)] =
        value === null ? null : encrypt(keys, aboutSecret(id, name), value as string)
    } else if (isColumn(it)) {
      written.row[name] = bare(normalized(it.shape, value))
    }
  }
  return written
}

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

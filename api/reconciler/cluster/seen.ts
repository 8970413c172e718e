// What the cache keeps of one object: who it is, and digests in place of what it holds.
import { hash } from 'node:crypto'
import { canonical } from '../../../schemas/equality.ts'
import { quantity } from '../../../schemas/vocabulary.ts'
import { fieldManager, isWritten, type KubernetesObject, keyOf } from '../../resources/objects/object.ts'

type Texts = Readonly<Record<string, string>>

export type Seen = {
  /** `Role/acme-ns/polder-admin`, as `keyOf` has it. */
  readonly key: string
  readonly uid: string
  /** The resource version. */
  readonly version: string
  readonly labels: Texts
  /** Of namespaces alone. Texts longer than 256 characters are digests. */
  readonly annotations: Texts
  /** The digest of each top-level field but metadata and status; a field that holds nothing is none. */
  readonly fields: Texts
  /** Whether the object is on its way out. */
  readonly deleting: boolean
  /** Whether Polder wrote any of it. */
  readonly written: boolean
  /** Who else wrote to it, status aside. */
  readonly managers: readonly { readonly name: string; readonly time: string }[]
}

// Maps whose values are quantities, which the server rewrites (`1000m` becomes `1`).
const quantities = new Set(['hard', 'default', 'defaultRequest', 'max', 'min', 'maxLimitRequestRatio'])

const amounts = (them: object) =>
  Object.fromEntries(Object.entries(them).map(([key, it]) => [key, canonical(quantity(), it)]))

const isNothing = (value: unknown) =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)

const normal = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(normal)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).flatMap(([key, it]) => {
    if (isNothing(it)) return []
    const inner = quantities.has(key) && typeof it === 'object' ? amounts(it) : it
    return [[key, normal(inner)] as const]
  })
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Equal for fields that mean the same: quantities, the order of keys, and nothing in its several spellings. */
export const digestOf = (field: unknown): string =>
  hash('sha256', JSON.stringify(normal(field) ?? null), 'base64').slice(0, 22)

const longestText = 256

const shortened = (text: string) => (text.length > longestText ? digestOf(text) : text)

const none: Texts = {}
const nobody: Seen['managers'] = []
const aside = new Set(['apiVersion', 'kind', 'metadata', 'status'])

const fieldsOf = (object: KubernetesObject): Texts =>
  Object.fromEntries(
    Object.entries(object)
      .filter(([name, value]) => !aside.has(name) && !isNothing(value))
      .map(([name, value]) => [name, digestOf(value)]),
  )

const annotationsOf = ({ kind, metadata }: KubernetesObject): Texts => {
  if (kind !== 'Namespace' || !metadata.annotations) return none
  return Object.fromEntries(
    Object.entries(metadata.annotations).map(([name, text]) => [name, shortened(text)]),
  )
}

const managersOf = ({ managedFields = [] }: KubernetesObject['metadata']): Seen['managers'] => {
  const others = managedFields.filter(({ manager, subresource }) => manager !== fieldManager && !subresource)
  return others.length === 0 ? nobody : others.map(({ manager = '', time = '' }) => ({ name: manager, time }))
}

/** `share` answers an equal value that is held already, so that what thousands of objects have in common is held once. */
export const seenOf = (object: KubernetesObject, share = <T>(value: T): T => value): Seen => {
  const { uid = '', resourceVersion = '', labels = none, deletionTimestamp } = object.metadata
  return {
    key: keyOf(object),
    uid,
    version: resourceVersion,
    labels: share(labels),
    annotations: annotationsOf(object),
    fields: share(fieldsOf(object)),
    deleting: deletionTimestamp !== undefined,
    written: isWritten(object.metadata),
    managers: managersOf(object.metadata),
  }
}

/** Whether nothing has changed that a declaration could mind. */
export const isSame = (one: Seen, other: Seen) => {
  const facts = ({ uid, labels, annotations, fields, deleting, written }: Seen) =>
    JSON.stringify([uid, labels, annotations, fields, deleting, written])
  return facts(one) === facts(other)
}

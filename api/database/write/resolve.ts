// Finds what a writer's references mean, by name or by id, and keeps it from going away meanwhile.
import { builtinCalled } from '../../../schemas/equality.ts'
import { resourceNamed } from '../../../schemas/index.ts'
import type { Attribute, Reference, Resource } from '../../../schemas/vocabulary.ts'
import { apiError } from '../../errors.ts'
import { calledBy, isInside } from '../read/address.ts'
import { isDeletedLater } from '../schema/columns.ts'
import type { Transaction } from '../server/transaction.ts'

export type Referenced = { id: string; name: string; deleting: boolean; cordon_reason: string | null }

type Lock = 'for key share' | 'for share' | 'for no key update'

/** Writes inside one organization happen one after the other; all else is only kept in place. */
const lockOf = (to: Resource): Lock => (to.name === 'organization' ? 'for no key update' : 'for share')
/** An organization on a list is only kept from changing, for which its row is locked FOR UPDATE. */
const lockOfListed = (to: Resource): Lock => (to.name === 'organization' ? 'for key share' : 'for share')

const look = (
  session: Transaction,
  to: Resource,
  spellings: readonly string[],
  organization: string | null,
  lock: Lock,
) => {
  if (to.name === 'organization') for (const it of spellings) session.take(to.name, it)
  return session.query<Referenced>(
    `select id, "${calledBy(to)}" as name,
       ${isDeletedLater(to) ? 'deletion_requested_at is not null' : 'false'} as deleting,
       ${to.name === 'organization' ? 'cordon_reason' : 'null'} as cordon_reason
     from "${to.name}"
     where (id = any($1) or "${calledBy(to)}" = any($1))
       ${isInside(to) ? 'and organization_id = $2' : 'and $2::text is null'}
     order by id ${lock}`,
    [spellings, isInside(to) ? organization : null],
  )
}

/** By id and by name; no name looks like an id. */
const byCall = (found: readonly Referenced[]) =>
  new Map(found.flatMap((it) => [[it.id, it] as const, [it.name, it] as const]))

const checked = (
  found: Referenced | undefined,
  to: Resource,
  spelling: string,
  attribute: string,
): Referenced => {
  if (!found) {
    const where = isInside(to) ? ' in this organization' : ''
    const detail = `The ${to.name} \`${spelling}\` does not exist${where}.`
    throw apiError('unresolved', detail, { attribute })
  }
  if (found.deleting) {
    const detail = `The ${to.name} \`${found.name}\` is being deleted. Wait until the deletion is complete, or choose another ${to.name}.`
    throw apiError('deleting', detail, { attribute })
  }
  return found
}

/** Throws `unresolved` for nothing or for another organization's, `deleting` for what is on its way out. */
export const resolveOne = async (
  session: Transaction,
  { to }: Reference,
  spelling: string,
  attribute: string,
  organization: string | null,
): Promise<Referenced> => {
  const target = resourceNamed(to)
  const [found] = await look(session, target, [spelling], organization, lockOf(target))
  return checked(found, target, spelling, attribute)
}

/** The ids of a set of references, built-in names first spelled; in no order. Two spellings of one are refused. */
export const resolveSet = async (
  session: Transaction,
  { shape }: Attribute,
  spellings: readonly string[],
  attribute: string,
  organization: string | null,
): Promise<string[]> => {
  if (shape.kind !== 'set' || shape.of.kind !== 'reference') throw new Error(`${attribute} refers to nothing`)
  const { of } = shape
  const { to } = of
  const target = resourceNamed(to)
  const asked = spellings.filter((it) => builtinCalled(of, it) === undefined)
  const rows = asked.length > 0 ? await look(session, target, asked, organization, lockOfListed(target)) : []
  const found = byCall(rows)
  const seen = new Set<string>()
  return spellings.map((spelling, index) => {
    const path = `${attribute}[${index}]`
    const id = builtinCalled(of, spelling) ?? checked(found.get(spelling), target, spelling, path).id
    if (seen.has(id)) {
      const detail = `\`${spelling}\` is the same ${to} as another element. Give each ${to} once.`
      throw apiError('invalid', detail, { attribute: path })
    }
    seen.add(id)
    return id
  })
}

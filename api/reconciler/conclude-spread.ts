// Concludes for organizations, custom roles and quotas how many clusters hold them as declared.
import type { Session } from '../database/server/session.ts'
import { readSpread, type Spread, writeSpread } from '../database/status/spread.ts'
import { type Condition, concluded, type Finding, good, sentenceOf } from './conditions.ts'

const finding = ({ table, clusters, held, missing, deleting, kept }: Spread): Finding => {
  const [first] = kept
  if (first) {
    const message = `Workspace provider \`${first.provider}\`: ${sentenceOf(first.message)}`
    return { type: 'Synced', status: 'False', reason: first.reason, message }
  }
  const some = missing.slice(0, 5).join(', ')
  if (deleting) {
    const message = `The ${table} is being deleted and still has objects in ${clusters} clusters: ${some}.`
    return { type: 'Synced', status: 'False', reason: 'Deleting', message }
  }
  const count = `${held} of ${clusters} ready clusters hold it as declared`
  if (held === clusters) return good('Synced', `${count}.`)
  return { type: 'Synced', status: 'False', reason: 'Pending', message: `${count}; not yet ${some}.` }
}

const same = (a: Condition | undefined, b: Condition | undefined) =>
  a?.status === b?.status && a?.message === b?.message && a?.observed_generation === b?.observed_generation

export const concludeSpread = async (session: Session, organizations: readonly string[], now: Date) => {
  if (organizations.length === 0) return
  const changed = (await readSpread(session, [...new Set(organizations)])).flatMap((it) => {
    const before = it.conditions as Condition[]
    const conditions = concluded([finding(it)], before, it.generation, now)
    return same(conditions[0], before[0]) ? [] : [{ table: it.table, id: it.id, conditions }]
  })
  for (const [table, rows] of Map.groupBy(changed, (it) => it.table)) await writeSpread(session, table, rows)
}

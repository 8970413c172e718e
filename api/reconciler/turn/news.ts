// What a turn of an organization has to tell: each failure of an owner once, each recovery once, and every repair.
import type { News } from '../tell.ts'
import { repairNews } from './repair.ts'
import type { Result } from './result.ts'
import type { Change } from './status.ts'

const ownerNews = (provider: News['provider'], { before, after, owner, said }: Change): News[] => {
  const was = before.find(({ type }) => type === 'Synced')
  const { owner_type: noun, organization_id: organization } = after
  const name = typeof owner.name === 'string' ? ` \`${owner.name}\`` : ''
  const what = { provider, organization, facts: { [noun]: owner.id } }
  if (said?.status === 'False' && (was?.status !== 'False' || was.reason !== said.reason)) {
    const { reason } = said
    const message = `The ${noun}${name}: ${said.message}`
    if (reason === 'Deleting')
      return [{ ...what, type: 'Normal', reason, message, line: `the ${noun} is leaving the cluster` }]
    return [
      { ...what, type: 'Warning', reason, message, line: `the ${noun} is not in the cluster as declared` },
    ]
  }
  if (said?.status === 'True' && was?.status === 'False') {
    const message = `The ${noun}${name} is in the cluster as declared again.`
    const line = `the ${noun} is in the cluster as declared again`
    return [{ ...what, type: 'Normal', reason: 'Synced', message, line }]
  }
  return []
}

export const newsOf = (
  provider: News['provider'],
  { desired, repaired }: Result,
  changes: readonly Change[],
): News[] => [
  ...repaired.map((it) => repairNews(provider, desired.organization, it)),
  ...changes.flatMap((it) => ownerNews(provider, it)),
]

// One site admin who can sign in stays: the rule, in both directions.
import { expect } from 'chai'
import { refuseLastAdmin, type UserRow } from '../../../api/resources/last-site-admin.ts'

const row = (id: string, site_roles: UserRow['site_roles'], more: Partial<UserRow> = {}): UserRow => ({
  id,
  username: id,
  site_roles,
  suspended: false,
  service_account: false,
  ...more,
})
const [update, remove] = ['update', 'delete'] as const

describe('P16 the last active site admin', () => {
  const last = row('root', ['site_admin'])
  const lost: [string, UserRow][] = [
    ['suspended', { ...last, suspended: true }],
    ['service_account', { ...last, service_account: true }],
    ['site_roles', { ...last, site_roles: ['site_manager'] }],
  ]
  for (const [attribute, after] of lost) {
    it(`stays: \`${attribute}\` is refused, unless there is another`, () => {
      const write = { verb: update, before: last, after }
      expect(refuseLastAdmin(write, false)).to.include({ code: 'last_site_admin', attribute })
      expect(refuseLastAdmin(write, true)).to.equal(undefined)
    })
  }

  it('is not deleted, and is changed in every other way', () => {
    expect(refuseLastAdmin({ verb: remove, before: last, after: last }, false)?.code).to.equal(
      'last_site_admin',
    )
    const renamed = { verb: update, before: last, after: { ...last, username: 'ada' } }
    expect(refuseLastAdmin(renamed, false)).to.equal(undefined)
  })

  it('is none who is suspended or a service account already', () => {
    for (const more of [{ suspended: true }, { service_account: true }]) {
      const before = { ...last, ...more }
      expect(refuseLastAdmin({ verb: remove, before, after: before }, false)).to.equal(undefined)
    }
  })
})

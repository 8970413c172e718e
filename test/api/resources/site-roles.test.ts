// The rules of site roles, as a table: who may write which user, who stays, and whose tokens are whose.
import { expect } from 'chai'
import type { Actor } from '../../../api/resources/rules.ts'
import {
  refuseLastAdmin,
  refuseLifting,
  refuseTokens,
  type UserRow,
} from '../../../api/resources/site-roles.ts'

const writer = (...siteRoles: string[]): Actor => ({
  token: 'tok_1',
  user: 'usr_1',
  username: 'ann',
  siteRoles,
})
const row = (id: string, site_roles: UserRow['site_roles'], more: Partial<UserRow> = {}): UserRow => ({
  id,
  username: id,
  site_roles,
  suspended: false,
  service_account: false,
  ...more,
})
const manager = writer('site_manager')
const [create, update, remove] = ['create', 'update', 'delete'] as const

describe('P12 the rules of site roles', () => {
  const writes: [string, Actor, Parameters<typeof refuseLifting>[1], string | undefined][] = [
    [
      'a manager creates a plain user',
      manager,
      { verb: create, before: null, after: row('u', []) },
      undefined,
    ],
    [
      'a manager creates an auditor',
      manager,
      { verb: create, before: null, after: row('u', ['auditor']) },
      'site_roles',
    ],
    [
      'a manager changes a plain user',
      manager,
      { verb: update, before: row('u', []), after: row('u', [], { suspended: true }) },
      undefined,
    ],
    [
      'a manager suspends an auditor',
      manager,
      { verb: update, before: row('u', ['auditor']), after: row('u', ['auditor'], { suspended: true }) },
      undefined,
    ],
    [
      'a manager takes a role from another',
      manager,
      { verb: update, before: row('u', ['auditor']), after: row('u', []) },
      'site_roles',
    ],
    [
      'P16 a manager raises themselves',
      manager,
      { verb: update, before: row('usr_1', ['site_manager']), after: row('usr_1', ['site_admin']) },
      'site_roles',
    ],
    [
      'P16 a manager lowers themselves',
      manager,
      { verb: update, before: row('usr_1', ['site_manager']), after: row('usr_1', []) },
      undefined,
    ],
    [
      'a manager renames a site admin',
      manager,
      { verb: update, before: row('u', ['site_admin']), after: row('u', ['site_admin'], { username: 'x' }) },
      'site_roles',
    ],
    [
      'a manager deletes a site admin',
      manager,
      { verb: remove, before: row('u', ['site_admin']), after: row('u', ['site_admin']) },
      'site_roles',
    ],
    [
      'a manager deletes another manager',
      manager,
      { verb: remove, before: row('u', ['site_manager']), after: row('u', ['site_manager']) },
      undefined,
    ],
    [
      'an admin makes another admin',
      writer('site_admin'),
      { verb: update, before: row('u', []), after: row('u', ['site_admin']) },
      undefined,
    ],
  ]
  for (const [what, actor, write, attribute] of writes) {
    it(`${attribute ? 'refuse it when' : 'say nothing when'} ${what}`, () => {
      const refusal = refuseLifting(actor, write)
      expect([refusal?.code, refusal?.attribute]).to.deep.equal(
        attribute ? ['forbidden', attribute] : [undefined, undefined],
      )
    })
  }

  it('let nobody write a user who has lost the role meanwhile', () => {
    for (const actor of [writer(), writer('auditor')]) {
      const write = { verb: create, before: null, after: row('u', []) }
      expect(refuseLifting(actor, write)?.code).to.equal('forbidden')
    }
  })

  it('decide whose tokens somebody lists, issues and revokes', () => {
    const owner = (id: string, ...siteRoles: string[]) => ({ id, username: id, siteRoles })
    const others = [
      owner('plain'),
      owner('audit', 'auditor'),
      owner('boss', 'site_manager'),
      owner('root', 'site_admin'),
    ]
    const table = (actor: Actor) =>
      [...others, owner('usr_1', ...actor.siteRoles)].map((it) =>
        (['list', 'issue', 'revoke'] as const).filter((verb) => !refuseTokens(actor, verb, it)).join(' '),
      )
    const all = 'list issue revoke'
    expect(table(writer('site_admin'))).to.deep.equal([all, all, all, all, all])
    expect(table(manager)).to.deep.equal([all, '', '', '', all])
    expect(table(writer('auditor'))).to.deep.equal(['list', 'list', 'list', 'list', all])
    expect(table(writer())).to.deep.equal(['', '', '', '', all])
  })
})

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

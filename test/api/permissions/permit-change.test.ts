// Who may give and take site roles, and who gains by them.
import { expect } from 'chai'
import { isPromotion, permitChange } from '../../../api/permissions/permit-change.ts'
import { resourceNamed } from '../../../schemas/index.ts'

const user = resourceNamed('user')
const asker = (...siteRoles: string[]) => ({ user: 'usr_1', username: 'ann', siteRoles })
const [admin, manager] = [asker('site_admin'), asker('site_manager')]
const row = (id: string, ...site_roles: string[]) => ({ id, site_roles })

describe('P12 site roles', () => {
  const own = row('usr_1', 'auditor', 'site_manager')
  const writes: [
    string,
    ReturnType<typeof asker>,
    ReturnType<typeof row> | null,
    ReturnType<typeof row>,
    boolean,
  ][] = [
    ['a site manager creates a plain user', manager, null, row('u'), true],
    ['a site manager creates an auditor', manager, null, row('u', 'auditor'), false],
    [
      'a site manager changes something else of a user',
      manager,
      row('u', 'auditor'),
      row('u', 'auditor'),
      true,
    ],
    ['a site manager gives a role', manager, row('u'), row('u', 'auditor'), false],
    ['a site manager takes a role', manager, row('u', 'auditor'), row('u'), false],
    ['a site manager exchanges a role', manager, row('u', 'auditor'), row('u', 'site_manager'), false],
    [
      'P16 a site manager raises themselves',
      manager,
      own,
      row('usr_1', 'auditor', 'site_admin', 'site_manager'),
      false,
    ],
    [
      'P16 a site manager exchanges a role of their own',
      manager,
      own,
      row('usr_1', 'auditor', 'site_admin'),
      false,
    ],
    ['P16 a site manager lowers themselves', manager, own, row('usr_1', 'auditor'), true],
    ['a site admin gives roles', admin, row('u'), row('u', 'auditor', 'site_admin'), true],
    ['a site admin takes a role', admin, row('u', 'site_admin'), row('u'), true],
    ['somebody without site roles gives one', asker(), row('u'), row('u', 'auditor'), false],
  ]
  for (const [what, who, before, after, isAllowed] of writes) {
    it(`${isAllowed ? 'let it be' : 'refuse it, on `site_roles`,'} when ${what}`, () => {
      const refusal = permitChange(who, user, before, after)
      expect(refusal?.attribute).to.equal(isAllowed ? undefined : 'site_roles')
    })
  }

  it('are no matter of other nouns', () => {
    expect(permitChange(manager, resourceNamed('organization'), null, row('org_1'))).to.equal(undefined)
  })
})

describe('P14 a promotion', () => {
  const changes: [before: string[], after: string[], isPromotion: boolean][] = [
    [[], ['auditor'], true],
    [['auditor'], ['auditor', 'site_manager'], true],
    [['auditor'], ['site_manager'], true],
    [['auditor', 'site_manager'], ['auditor'], false],
    [['auditor'], ['auditor'], false],
    [['site_admin'], ['auditor', 'site_admin'], false],
    [['site_admin'], ['auditor'], false],
    [[], [], false],
  ]
  for (const [before, after, expected] of changes) {
    it(`is ${expected ? '' : 'not '}from [${before}] to [${after}]`, () => {
      expect(isPromotion(before, after)).to.equal(expected)
    })
  }
})

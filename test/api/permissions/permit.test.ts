// What each site role may do, as tables, in both directions; and the words of a refusal.
import { expect } from 'chai'
import type { Deed } from '../../../api/permissions/forbidden.ts'
import { actions, type Noun, type Target } from '../../../api/permissions/grant.ts'
import { isHeldEverywhere, permit } from '../../../api/permissions/permit.ts'
import { resourceNamed, resources } from '../../../schemas/index.ts'

const asker = (...siteRoles: string[]) => ({ user: 'usr_1', username: 'ann', siteRoles })
const roles: Record<string, ReturnType<typeof asker>> = {
  'a site admin': asker('site_admin'),
  'a site manager': asker('site_manager'),
  'an auditor': asker('auditor'),
  'a member': asker(),
  'somebody with a role that is not known': asker('emperor'),
}
const user = resourceNamed('user')
const api_token = resourceNamed('api_token')
const of = (owner: string, ...ownerSiteRoles: string[]): Target => ({ place: null, owner, ownerSiteRoles })
/** Rows by the site roles of whose they are; the last one is the asker's own. */
const owners = (siteRoles: readonly string[]) => [
  of('usr_2'),
  of('usr_3', 'auditor'),
  of('usr_4', 'site_manager'),
  of('usr_5', 'auditor', 'site_admin'),
  of('usr_1', ...siteRoles),
]

const rows = (noun: Noun) =>
  Object.fromEntries(
    Object.entries(roles).map(([who, it]) => [
      who,
      owners(it.siteRoles).map((target) =>
        actions
          .filter((action) => permit(it, action, noun, [target])[0] === undefined)
          .map((action) => action[0])
          .join(''),
      ),
    ]),
  )

// The letters are create, read, list, update and delete.
describe('P12 what site roles open', () => {
  it('of users, by the site roles of the user', () => {
    const all = Array(5).fill('crlud')
    expect(rows(user)).to.deep.equal({
      'a site admin': all,
      'a site manager': ['crlud', 'crlud', 'crlud', 'crl', 'crlud'],
      'an auditor': Array(5).fill('rl'),
      'a member': Array(5).fill(''),
      'somebody with a role that is not known': Array(5).fill(''),
    })
  })

  it('of tokens, by the site roles of whose they are; everyone has their own', () => {
    expect(rows(api_token)).to.deep.equal({
      'a site admin': Array(5).fill('crlud'),
      'a site manager': ['crlud', '', '', '', 'crld'],
      'an auditor': ['rl', 'rl', 'rl', 'rl', 'crld'],
      'a member': ['', '', '', '', 'crld'],
      'somebody with a role that is not known': ['', '', '', '', 'crld'],
    })
  })

  const others: Noun[] = [...resources.filter(({ owner }) => !owner), { name: 'noun_of_tomorrow' }]
  for (const noun of others) {
    it(`of every ${noun.name}, alike`, () => {
      const held = (it: ReturnType<typeof asker>) =>
        actions.filter((action) => isHeldEverywhere(it, action, noun))
      expect(Object.values(roles).map(held)).to.deep.equal([actions, actions, ['read', 'list'], [], []])
      const anywhere = Object.values(roles).map((it) =>
        actions.filter((action) => permit(it, action, noun, [undefined])[0] === undefined),
      )
      const ofMember = noun.name === 'organization' ? ['list'] : []
      expect(anywhere).to.deep.equal([actions, actions, ['read', 'list'], ofMember, ofMember])
    })
  }

  it('of several roles, all that each of them opens', () => {
    const both = asker('auditor', 'site_manager')
    const target = of('usr_5', 'site_admin')
    expect(permit(both, 'list', api_token, [target])).to.deep.equal([undefined])
    expect(permit(both, 'delete', api_token, [target])[0]).not.to.equal(undefined)
    expect(permit(both, 'update', user, [target])[0]).not.to.equal(undefined)
  })

  it('of a row whose owner nobody has looked up, nothing that depends on the owner', () => {
    const unknown: Target = { place: null, owner: 'usr_2' }
    expect(permit(roles['a site manager']!, 'update', user, [unknown])[0]).not.to.equal(undefined)
    expect(permit(roles['a site manager']!, 'read', user, [unknown])[0]).to.equal(undefined)
    expect(permit(roles['a site admin']!, 'update', user, [unknown])[0]).to.equal(undefined)
  })
})

describe('permit', () => {
  it('judges each of a list by itself, in order', () => {
    const targets = [of('usr_2'), of('usr_3', 'site_admin'), undefined]
    const [plain, admin, anywhere] = permit(roles['a site manager']!, 'update', user, targets)
    expect([plain, anywhere]).to.deep.equal([undefined, undefined])
    expect(admin?.attribute).to.equal('site_roles')
    expect(permit(roles['a site manager']!, 'update', user, [])).to.deep.equal([])
  })

  it('lets a PUT through where a row may be created or changed, and asks for an update of one that is there', () => {
    expect(permit(roles['a site manager']!, 'put', user, [undefined])).to.deep.equal([undefined])
    expect(permit(roles['an auditor']!, 'put', user, [undefined])[0]).not.to.equal(undefined)
    expect(permit(roles['a site manager']!, 'put', user, [of('usr_5', 'site_admin')])[0]?.detail).to.match(
      /may not create or replace users with the site role `site_admin`: only site admins may\./,
    )
  })

  const detail = (who: string, deed: Deed, noun: Noun, target?: Target) =>
    permit(roles[who]!, deed, noun, [target])[0]?.detail
  const words: [ReturnType<typeof detail>, string][] = [
    [
      detail('a member', 'create', resourceNamed('organization')),
      'User `ann` may not create organizations: only site admins and site managers may.',
    ],
    [
      detail('a member', 'list', resourceNamed('workspace_provider_allowlist_entry')),
      'User `ann` may not list workspace provider allowlist entries: only site admins, site managers and auditors may.',
    ],
    [
      detail('an auditor', 'put', user),
      'User `ann` may not create or replace users: only site admins and site managers may.',
    ],
    [
      detail('a site manager', 'delete', user, of('usr_5', 'site_admin')),
      'User `ann` may not delete users with the site role `site_admin`: only site admins may. Ask one of them.',
    ],
    [
      detail('a site manager', 'create', api_token, of('usr_5', 'auditor', 'site_admin')),
      'User `ann` may not create api tokens of a user with the site roles `site_admin` and `auditor`: only site admins may. Ask one of them.',
    ],
  ]
  for (const [told, expected] of words) {
    it(`says: ${expected}`, () => {
      expect(told).to.equal(expected)
    })
  }
})

// One rule, two readings: the rows that SQL finds for somebody are those that `may` allows them one by one.
import { expect } from 'chai'
import type { Database } from '../../../api/database/server/source.ts'
import { asSql } from '../../../api/permissions/as-sql.ts'
import { actions, type Grant, type Grants, type Noun } from '../../../api/permissions/grant.ts'
import { may } from '../../../api/permissions/may.ts'
import { grantedBy, siteRoles } from '../../../api/permissions/site-roles.ts'
import { targetOf, targetSql } from '../../../api/permissions/target-of.ts'
import { resourceNamed } from '../../../schemas/index.ts'
import { issueToken } from '../../support/database/tokens.ts'
import { openWriter } from '../../support/database/writer.ts'
import { seeded } from '../../support/seeded.ts'

const tables: [table: string, noun: Noun][] = [
  'organization',
  'user',
  'org_membership',
  'custom_role',
  'workspace_provider',
  'api_token',
].map((name) => [name, resourceNamed(name)])
const nouns = tables.map(([, { name }]) => name)

describe('P2 a condition of SQL and the function `may`', () => {
  const random = seeded(7)
  const oneOf = <T>(them: readonly T[]) => them[Math.floor(random() * them.length)]!
  const someOf = <T>(them: readonly T[]) => them.filter(() => random() < 0.5)

  let database: Database
  let users: string[]
  let organizations: string[]
  before(async () => {
    const { store, how, database: opened } = await openWriter()
    database = opened
    const create = async (noun: string, body: Record<string, unknown>) =>
      (await store.create(resourceNamed(noun), body, how)).item.value.id as string
    users = []
    organizations = []
    for (const name of ['acme', 'globex', 'initech'])
      organizations.push(await create('organization', { name }))
    for (let at = 0; at < 12; at++) {
      users.push(await create('user', { username: `user-${at}`, site_roles: someOf(siteRoles) }))
      await issueToken(database, how.actor, `user-${at}`)
    }
    for (const organization of organizations) {
      await create('custom_role', { organization, name: 'reader', permissions: [] })
      for (const user of someOf(users)) await create('org_membership', { organization, user })
    }
  })
  after(() => database.close())

  /** Mostly one that speaks of the noun and the action. */
  const randomGrant = (noun: string, action: (typeof actions)[number]): Grant => ({
    resource: oneOf([noun, noun, { except: someOf(nouns) }, oneOf(nouns)]),
    actions: oneOf([actions, [action], someOf(actions)]),
    scope: oneOf(['all', 'own']),
    place: oneOf(['everywhere', 'memberships', { organization: oneOf(organizations) }]),
    ...(random() < 0.3 && { ownerWithout: someOf(siteRoles) }),
    by: 'random',
  })

  const idsAllowed = async (grants: Grants, action: (typeof actions)[number], table: string, noun: Noun) => {
    const rows = await database.query(`select ${targetSql(noun)} from "${table}" t`)
    const allowed = rows.filter((row) => may(grants, action, noun, targetOf(noun, row)) === undefined)
    return { all: rows.length, allowed: allowed.map(({ id }) => id as string).sort() }
  }

  const idsFound = async (grants: Grants, action: (typeof actions)[number], table: string, noun: Noun) => {
    const values: unknown[] = []
    const condition = asSql(grants, action, noun, (value) => `$${values.push(value)}`) ?? 'true'
    const rows = await database.query<{ id: string }>(
      `select t.id from "${table}" t where ${condition}`,
      values,
    )
    return rows.map(({ id }) => id).sort()
  }

  const holder = async (held: readonly Grant[]): Promise<Grants> => {
    const user = oneOf(users)
    const rows = await database.query<{ id: string }>(
      'select organization_id as id from org_membership where user_id = $1',
      [user],
    )
    return { user, memberOf: rows.map(({ id }) => id), held }
  }

  it('agree on every row, whatever is granted', async () => {
    const seen = { none: 0, some: 0, all: 0 }
    for (let round = 0; round < 400; round++) {
      const [table, noun] = oneOf(tables)
      const action = oneOf(actions)
      const held = [...Array(1 + Math.floor(random() * 3))].map(() => randomGrant(noun.name, action))
      const grants = await holder(held)
      const { all, allowed } = await idsAllowed(grants, action, table, noun)
      const found = await idsFound(grants, action, table, noun)
      expect(found, `round ${round}: ${action} ${table} by ${JSON.stringify(grants)}`).to.deep.equal(allowed)
      seen[allowed.length === 0 ? 'none' : allowed.length === all ? 'all' : 'some']++
    }
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).to.be.greaterThan(30)
  })

  it('agree on every row of every noun, for every combination of site roles', async () => {
    for (let combination = 0; combination < 2 ** siteRoles.length; combination++) {
      const roles = siteRoles.filter((_, at) => combination & (2 ** at))
      for (const [table, noun] of tables) {
        for (const action of actions) {
          const grants = await holder(grantedBy(roles))
          const { allowed } = await idsAllowed(grants, action, table, noun)
          expect(await idsFound(grants, action, table, noun), `${roles} ${action} ${table}`).to.deep.equal(
            allowed,
          )
        }
      }
    }
  })

  it('ask nothing of PostgreSQL for whoever reaches every row, and find none for whoever reaches none', () => {
    const parameter = () => expect.fail('a value was asked for')
    const user = resourceNamed('user')
    const [admin, nobody] = [['site_admin'], []].map((roles) => ({
      user: 'usr_1',
      memberOf: [],
      held: grantedBy(roles),
    }))
    expect(asSql(admin!, 'read', user, parameter)).to.equal(undefined)
    expect(asSql(nobody!, 'read', user, parameter)).to.equal('false')
  })
})

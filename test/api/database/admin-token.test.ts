// POLDER_ADMIN_TOKEN at a later start: an active site admin holds it, or the log says why nobody does.
import { expect } from 'chai'
import { firstStart } from '../../../api/database/first-start.ts'
import { openBearers } from '../../../api/database/read/bearers.ts'
import type { Database } from '../../../api/database/server/source.ts'
import { openStore } from '../../../api/database/store.ts'
import { resourceNamed } from '../../../schemas/index.ts'
import { testDatabase } from '../../support/database/database.ts'
import { actorWith, api_token, issueToken } from '../../support/database/tokens.ts'
import { administrator } from '../../support/database/writer.ts'

const user = resourceNamed('user')
const another = 'polder_another-administrator'

describe('P16 POLDER_ADMIN_TOKEN at a later start', () => {
  let database: Database
  beforeEach(async () => {
    database = await testDatabase()
  })
  afterEach(() => database.close())

  /** Starts again with that value and answers what was logged; who holds it then may use it. */
  const restart = async (adminToken = database.config.adminToken!) =>
    (await firstStart({ ...database, config: { ...database.config, adminToken } })).notes
  const holder = (token = database.config.adminToken!) => openBearers(database)(token)
  const expectAdmin = async (token: string | undefined, username: string) => {
    const found = await holder(token)
    expect(found).to.deep.include({ suspended: false, expiresAt: null })
    expect(found?.actor.username).to.equal(username)
    expect(found?.actor.siteRoles).to.include('site_admin')
  }
  const create = async (username: string, more: object = {}) => {
    const how = { actor: await administrator(database), dryRun: false }
    await openStore(database).create(user, { username, ...more }, how)
  }
  const issue = async (username: string) =>
    (await issueToken(database, await administrator(database), username)).token

  it('changes nothing and says nothing where all is well', async () => {
    const rows = () => database.query('select * from "user", api_token')
    const before = await rows()
    expect(await restart()).to.deep.equal([])
    expect(await rows()).to.deep.equal(before)
  })

  it('issues a new value to `admin`, and says so', async () => {
    await create('ada', { site_roles: ['site_admin'] })
    expect(await restart(another)).to.deep.equal(['User `admin` now holds the token in POLDER_ADMIN_TOKEN.'])
    await expectAdmin(another, 'admin')
    await expectAdmin(undefined, 'admin')
    expect(await restart(another)).to.deep.equal([])
  })

  it('issues a new value to another active site admin where `admin` is none', async () => {
    await create('ada', { site_roles: ['site_admin'] })
    await database.run(`update "user" set site_roles = '{}' where username = 'admin'`)
    expect(await restart(another)).to.deep.equal(['User `ada` now holds the token in POLDER_ADMIN_TOKEN.'])
    await expectAdmin(another, 'ada')
  })

  const lost: [string, string, string][] = [
    ['suspended', 'suspended = true', 'is no longer suspended.'],
    ['demoted', `site_roles = '{auditor}'`, 'has the site role `site_admin` again.'],
  ]
  for (const [what, change, words] of lost) {
    it(`restores its holder who was ${what}, whose other tokens do not come back with the right`, async () => {
      const other = await issue('admin')
      await database.run(`update "user" set ${change} where username = 'admin'`)
      expect(await restart()).to.deep.equal([
        `User \`admin\`, who holds POLDER_ADMIN_TOKEN, ${words}`,
        'User `admin`, who holds POLDER_ADMIN_TOKEN, had 1 other token, now revoked.',
      ])
      await expectAdmin(undefined, 'admin')
      expect(await holder(other)).to.equal(null)
      const [row] = await database.query<{ generation: number }>('select generation from "user"')
      expect(row?.generation).to.equal(2)
      expect(await restart()).to.deep.equal([])
    })
  }

  it('restores `admin` for a new value where no site admin is active', async () => {
    await database.run('update "user" set suspended = true, service_account = true')
    expect(await restart(another)).to.deep.equal([
      'User `admin` now holds the token in POLDER_ADMIN_TOKEN.',
      'User `admin`, who holds POLDER_ADMIN_TOKEN, is no longer suspended.',
      'User `admin`, who holds POLDER_ADMIN_TOKEN, is no longer a service account.',
      'User `admin`, who holds POLDER_ADMIN_TOKEN, had 1 other token, now revoked.',
    ])
    await expectAdmin(another, 'admin')
  })

  it('creates `admin` again where it is gone and no site admin is active', async () => {
    await database.run('delete from "user"')
    expect(await restart()).to.deep.equal([
      'User `admin` was created again, because no site admin was active.',
      'User `admin` now holds the token in POLDER_ADMIN_TOKEN.',
    ])
    await expectAdmin(undefined, 'admin')
  })

  it('leaves a revoked token revoked, whatever became of its user, and says what to do', async () => {
    await create('ada', { site_roles: ['site_admin'] })
    const ada = await actorWith(database, await issue('ada'))
    const how = { actor: ada, dryRun: false, force: false }
    const { token } = await administrator(database)
    await openStore(database).delete(api_token, [token], how)
    const told = [
      'The token in POLDER_ADMIN_TOKEN was revoked and stays revoked. Set POLDER_ADMIN_TOKEN to a new value.',
    ]
    expect(await restart()).to.deep.equal(told)
    await openStore(database).delete(user, ['admin'], how)
    expect(await restart()).to.deep.equal(told)
    expect(await holder()).to.equal(null)
    const { items } = await openStore(database).list(api_token, {
      actor: ada,
      filters: { user: ['ada'] },
      limit: 9,
    })
    expect(items).to.have.length(1)
    await restart(another)
    await expectAdmin(another, 'ada')
  })

  it('leaves an expired token expired, and says what to do', async () => {
    await database.run(`update api_token set expires_at = '2026-01-31T12:00:00Z'`)
    expect(await restart()).to.deep.equal([
      'The token in POLDER_ADMIN_TOKEN expired at 2026-01-31T12:00:00.000Z. Set POLDER_ADMIN_TOKEN to a new value.',
    ])
    expect((await holder())?.expiresAt).not.to.equal(null)
  })
})

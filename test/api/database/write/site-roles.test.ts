// Site roles under races: rights are decided on rows as the transaction has locked them, never as they once were.
import { expect } from 'chai'
import type { Database } from '../../../../api/database/server/source.ts'
import type { Store } from '../../../../api/database/store.ts'
import { ApiError } from '../../../../api/errors.ts'
import type { Actor } from '../../../../api/resources/rules.ts'
import { resourceNamed } from '../../../../schemas/index.ts'
import { overtaking } from '../../../support/database/overtaking.ts'
import { actorWith, api_token, issueToken } from '../../../support/database/tokens.ts'
import { openWriter, type Writer } from '../../../support/database/writer.ts'

const user = resourceNamed('user')
const ten = [...Array(10).keys()]

describe('site roles, at the same moment', () => {
  let database: Database
  let store: Store
  let how: Writer['how']
  beforeEach(async () => {
    ;({ database, store, how } = await openWriter())
  })
  afterEach(() => database.close())

  const actorOf = async (username: string, ...site_roles: string[]): Promise<Actor> => {
    await store.create(user, { username, site_roles }, how)
    const { token } = await issueToken(database, how.actor, username)
    return actorWith(database, token)
  }
  const codeOf = (cause: unknown) => {
    if (cause instanceof ApiError) return cause.code as string
    throw cause
  }
  const active = () =>
    database.query<{ username: string }>(
      `select username from "user" where 'site_admin' = any(site_roles) and not suspended and not service_account`,
    )

  const lose: [string, (store: Store, username: string, actor: Actor) => Promise<unknown>][] = [
    ['demote', (it, username, actor) => it.update(user, [username], { site_roles: [] }, { ...how, actor })],
    ['suspend', (it, username, actor) => it.update(user, [username], { suspended: true }, { ...how, actor })],
    ['delete', (it, username, actor) => it.delete(user, [username], { ...how, actor })],
    [
      'turn into service accounts',
      (it, username, actor) => it.update(user, [username], { service_account: true }, { ...how, actor }),
    ],
  ]
  for (const [verb, work] of lose) {
    for (const whom of ['themselves', 'each other']) {
      it(`P16 one of ten site admins who ${verb} ${whom} stays`, async () => {
        const admins: Actor[] = []
        for (const index of ten) admins.push(await actorOf(`admin-${index}`, 'site_admin'))
        await store.delete(user, ['admin'], { ...how, actor: admins[0]! })
        const ends = await Promise.all(
          admins.map((actor, index) => {
            const other = whom === 'themselves' ? index : (index + 1) % 10
            return work(store, `admin-${other}`, actor).then(() => 'done', codeOf)
          }),
        )
        expect(await active()).not.to.deep.equal([])
        const told = ['done', 'last_site_admin', 'forbidden', 'unauthenticated']
        expect(ends.filter((end) => !told.includes(end))).to.deep.equal([])
        if (whom === 'themselves') {
          expect(ends.toSorted()).to.deep.equal([...Array(9).fill('done'), 'last_site_admin'])
        }
      })
    }
  }

  it('P16 200 for site admins who replace each other at once, of whom none waits for another in a ring', async () => {
    const names = ten.slice(0, 6).map((index) => `admin-${index}`)
    const admins: Actor[] = []
    for (const username of names) admins.push(await actorOf(username, 'site_admin'))
    const ends = await Promise.all(
      admins.flatMap((actor, index) =>
        names.map((username) => {
          const body = { username, name: `by ${index}`, site_roles: ['site_admin'] }
          return store.put(user, body, { ...how, actor }).then(() => 'done', codeOf)
        }),
      ),
    )
    expect(ends.filter((end) => end !== 'done')).to.deep.equal([])
  })

  /** The refusal of a write that another transaction overtakes: begun after its statement, ended after its commit. */
  const overtaken = async (statement: string, work: () => Promise<unknown>) => {
    const { commit } = await overtaking(database, statement)
    const end = work().then(() => 'done', codeOf)
    await commit()
    return end
  }
  const writes = (actor: Actor): [string, () => Promise<unknown>][] => [
    ['create', () => store.create(user, { username: 'mole' }, { ...how, actor })],
    ['change', () => store.update(user, ['plain'], { suspended: true }, { ...how, actor })],
    ['delete', () => store.delete(user, ['plain'], { ...how, actor })],
    ['issue', () => issueToken(database, actor, 'plain')],
  ]

  it('P16 409 for the loss of one of two site admins while the loss of the other commits', async () => {
    await actorOf('ada', 'site_admin')
    const losses = [
      ['demoted', `site_roles = '{}'`],
      ['suspended', 'suspended = true'],
      ['turned into a service account', 'service_account = true'],
    ]
    for (const [what, change] of losses) {
      for (const [verb, work] of lose) {
        const code = await overtaken(`update "user" set ${change} where username = 'ada'`, () =>
          work(store, 'admin', how.actor),
        )
        expect(code, `${verb} while the other is ${what}`).to.equal('last_site_admin')
        await database.run(
          `update "user" set site_roles = '{site_admin}', suspended = false, service_account = false`,
        )
      }
    }
  })

  it('P16 409 for the loss of whoever becomes a site admin first, while the loss of the last other one commits', async () => {
    const actor = await actorOf('robot', 'site_admin')
    await store.update(user, ['robot'], { service_account: true }, how)
    await store.create(user, { username: 'ada' }, how)
    const suspension = await overtaking(
      database,
      `update "user" set suspended = true where username = 'admin'`,
    )
    const promotion = await overtaking(
      database,
      `update "user" set site_roles = '{site_admin}' where username = 'ada'`,
    )
    const end = store.delete(user, ['ada'], { ...how, actor }).then(() => 'done', codeOf)
    await promotion.commit()
    await suspension.commit('jsonb_to_recordset')
    expect(await end).to.equal('last_site_admin')
  })

  it('P16 403 for the write of a site admin whose demotion commits first', async () => {
    await store.create(user, { username: 'plain' }, how)
    const actor = await actorOf('ada', 'site_admin')
    for (const [verb, work] of writes(actor)) {
      const code = await overtaken(`update "user" set site_roles = '{}' where username = 'ada'`, work)
      expect(code, verb).to.equal('forbidden')
      await database.run(`update "user" set site_roles = '{site_admin}' where username = 'ada'`)
    }
  })

  it('P9 401 for the write of a user whose suspension commits first, or whose token is revoked', async () => {
    await store.create(user, { username: 'plain' }, how)
    const actor = await actorOf('ada', 'site_admin')
    for (const [verb, work] of writes(actor)) {
      const code = await overtaken(`update "user" set suspended = true where username = 'ada'`, work)
      expect(code, verb).to.equal('unauthenticated')
      await database.run(`update "user" set suspended = false where username = 'ada'`)
    }
    const revoked = await overtaken(`delete from api_token where id = '${actor.token}'`, writes(actor)[0]![1])
    expect(revoked).to.equal('unauthenticated')
  })

  it('P12 403 for a site manager whose target becomes a site admin meanwhile', async () => {
    await store.create(user, { username: 'plain' }, how)
    const actor = await actorOf('manager', 'site_manager')
    for (const [verb, work] of writes(actor).slice(1)) {
      const code = await overtaken(
        `update "user" set site_roles = '{site_admin}' where username = 'plain'`,
        work,
      )
      expect(code, verb).to.equal('forbidden')
      await database.run(`update "user" set site_roles = '{}' where username = 'plain'`)
    }
  })

  it('P14 no token that a site manager issues while its user is promoted is left', async () => {
    const manager = await actorOf('manager', 'site_manager')
    for (const round of ten) {
      const username = `rising-${round}`
      await store.create(user, { username }, how)
      const promotion = store.update(
        user,
        [username],
        { site_roles: ['site_admin'] },
        { ...how, complete: false },
      )
      const ends = await Promise.all([
        ...ten.map(() => issueToken(database, manager, username).then(() => 'done', codeOf)),
        promotion.then(() => 'done'),
      ])
      expect(ends.filter((end) => !['done', 'forbidden'].includes(end))).to.deep.equal([])
      const { items } = await store.list(api_token, { ...how, filters: { user: [username] }, limit: 1 })
      expect(items, `round ${round}`).to.deep.equal([])
    }
  })

  it('P9 409 for a token of a user whose suspension commits first', async () => {
    await store.create(user, { username: 'plain' }, how)
    const suspend = `update "user" set suspended = true where username = 'plain'`
    expect(await overtaken(suspend, () => issueToken(database, how.actor, 'plain'))).to.equal('suspended')
  })
})

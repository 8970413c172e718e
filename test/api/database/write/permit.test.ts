// When permission is decided: on the row, before anybody waits for it, and without another statement.
import { expect } from 'chai'
import { list } from '../../../../api/database/read/list.ts'
import { read } from '../../../../api/database/read/read.ts'
import type { Database } from '../../../../api/database/server/source.ts'
import type { Store } from '../../../../api/database/store.ts'
import type { Actor } from '../../../../api/resources/rules.ts'
import { resourceNamed } from '../../../../schemas/index.ts'
import { openWriter, refusal, type Writer } from '../../../support/database/writer.ts'
import { until } from '../../../support/until.ts'

const user = resourceNamed('user')
const organization = resourceNamed('organization')

describe('P3 permission', () => {
  let database: Database
  let store: Store
  let how: Writer['how']
  let manager: Writer['how']
  let member: Writer['how']
  before(async () => {
    ;({ database, store, how } = await openWriter())
    const as = (username: string, ...siteRoles: string[]): Writer['how'] => {
      const actor: Actor = { ...how.actor, user: `usr_${username}`, username, siteRoles }
      return { ...how, actor }
    }
    manager = as('manager', 'site_manager')
    member = as('member')
  })
  after(() => database.close())

  it('refuses at once, while somebody else keeps the row locked', async () => {
    const other = await database.connect()
    await other.query('begin')
    await other.query(`select from "user" where username = 'admin' for update`)
    try {
      const works = [
        () => store.update(user, ['admin'], { name: 'mine' }, manager),
        () => store.delete(user, ['admin'], manager),
        () => store.update(user, ['admin'], { name: 'mine' }, member),
        () => store.put(user, { username: 'admin' }, manager),
        () => store.put(user, { username: 'admin' }, member),
      ]
      for (const work of works) expect((await refusal(work())).code).to.equal('forbidden')
    } finally {
      await other.query('rollback')
      await other.end()
    }
  })

  it('refuses at once, while as many wait for the row as may', async () => {
    const other = await database.connect()
    await other.query('begin')
    await other.query(`select from "user" where username = 'admin' for update`)
    const crowd = [1, 2, 3, 4].map((number) => store.update(user, ['admin'], { name: `by ${number}` }, how))
    try {
      const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      await until(async () => expect(await database.run(waiting)).to.equal(4))
      const works = [
        () => store.update(user, ['admin'], { name: 'mine' }, manager),
        () => store.delete(user, ['admin'], manager),
        () => store.put(user, { username: 'admin' }, manager),
      ]
      for (const work of works) expect((await refusal(work())).code).to.equal('forbidden')
      expect(await database.run(waiting)).to.equal(4)
    } finally {
      await other.query('rollback')
      await other.end()
      await Promise.all(crowd)
    }
  })

  it('refuses a create at once, while somebody else keeps its place locked', async () => {
    const other = await database.connect()
    await other.query('begin')
    await other.query('select from organization for update')
    try {
      const role = { organization: 'default', name: 'reader', permissions: [] }
      const work = store.create(resourceNamed('custom_role'), role, member)
      expect((await refusal(work)).code).to.equal('forbidden')
    } finally {
      await other.query('rollback')
      await other.end()
    }
  })

  it('hides what else would be refused of the row', async () => {
    expect((await refusal(store.create(organization, { name: 'default' }, member))).code).to.equal(
      'forbidden',
    )
    expect((await refusal(store.create(organization, { name: 'default' }, manager))).code).to.equal('taken')
    const stale = { ...manager, ifMatch: 99 }
    expect((await refusal(store.update(user, ['admin'], { name: 'mine' }, stale))).code).to.equal('forbidden')
    expect((await refusal(store.delete(user, ['admin'], stale))).code).to.equal('forbidden')
    const admins = { ...how, ifMatch: 99 }
    expect((await refusal(store.update(user, ['admin'], { name: 'mine' }, admins))).code).to.equal('stale')
  })

  it('answers whoever may read nothing as if nothing were there', async () => {
    expect(await store.read(user, ['admin'], member.actor)).to.equal(null)
    expect((await store.read(user, ['admin'], how.actor))?.value.username).to.equal('admin')
    const listing = { filters: {}, limit: 10, count: true }
    expect(await store.list(user, { ...listing, actor: member.actor })).to.deep.equal({
      items: [],
      next_cursor: null,
      total_count: 0,
    })
    expect((await store.list(user, { ...listing, actor: how.actor })).total_count).to.equal(1)
  })

  it('lists for a member the organizations they belong to, in pages and in number', async () => {
    const { item } = await store.create(user, { username: 'ada' }, how)
    const actor: Actor = { ...member.actor, user: item.value.id as string }
    for (const name of ['acme', 'globex', 'initech', 'umbrella'])
      await store.create(organization, { name }, how)
    for (const name of ['acme', 'umbrella', 'initech']) {
      await store.create(resourceNamed('org_membership'), { organization: name, user: 'ada' }, how)
    }
    const listing = { actor, filters: {}, limit: 2, count: true }
    const first = await store.list(organization, listing)
    const second = await store.list(organization, { ...listing, cursor: first.next_cursor! })
    expect([first, second].map(({ items }) => items.map(({ value }) => value.name))).to.deep.equal([
      ['acme', 'initech'],
      ['umbrella'],
    ])
    expect([first.total_count, second.total_count, second.next_cursor]).to.deep.equal([3, 3, null])
  })

  it('costs a read or a list no statement, and whoever reaches every row not even a condition', async () => {
    const asked = async (actor: Actor) => {
      const texts: string[] = []
      const query: Database['query'] = (text, values) => {
        texts.push(text)
        return database.query(text, values)
      }
      const counting = { ...database, query }
      await read(counting, organization, ['acme'], actor)
      await list(counting, organization, { actor, filters: {}, limit: 1 })
      return texts
    }
    const ofAdmin = await asked(how.actor)
    expect(ofAdmin).to.have.length(2)
    expect(await asked(manager.actor)).to.deep.equal(ofAdmin)
    expect(ofAdmin.join()).not.to.include('org_membership m')
    const ofMember = await asked(member.actor)
    expect(ofMember).to.have.length(2)
    expect(ofMember[1]).to.include('org_membership m')
  })
})

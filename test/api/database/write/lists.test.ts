// What a resource looks up for a list of writes, and what it brings with them: a statement each, however long the list.
import { expect } from 'chai'
import type { Session } from '../../../../api/database/server/session.ts'
import { blankRow, insertRows } from '../../../../api/database/write/rows/rows.ts'
import { takeEffect } from '../../../../api/database/write/rules/effects.ts'
import { lookUp } from '../../../../api/database/write/rules/lookups.ts'
import { rulesOf } from '../../../../api/resources/index.ts'
import type { Write } from '../../../../api/resources/rules.ts'
import { resourceNamed, resources } from '../../../../schemas/index.ts'
import type { Row } from '../../../../schemas/types.ts'
import type { Resource } from '../../../../schemas/vocabulary.ts'
import { openWriter, type Writer } from '../../../support/database/writer.ts'

const organization = resourceNamed('organization')
const org_membership = resourceNamed('org_membership')
const user = resourceNamed('user')

describe('a list of writes', () => {
  let writer: Writer
  beforeEach(async () => {
    writer = await openWriter()
  })
  afterEach(() => writer.database.close())

  const create = async (noun: string, body: Record<string, unknown>) =>
    (await writer.store.create(resourceNamed(noun), body, writer.how)).item.value

  const write = (verb: Write['verb'], row: Row, more: Partial<Write> = {}): Write => {
    const before = verb === 'create' ? null : row
    const nothing = { changed: new Set<string>(), sets: {}, secrets: {} }
    return { verb, actor: writer.how.actor, before, after: row, ...nothing, ...more }
  }

  /** Work in a transaction that is rolled back, with the number of its statements. */
  const counted = <T>(work: (session: Session) => Promise<T>) =>
    writer.database.dryRun(async ({ query, run }) => {
      let statements = 0
      const answer = await work({
        query: <R>(text: string, values?: readonly unknown[]) =>
          query<R>(text, values).finally(() => statements++),
        run: (...asked) => run(...asked).finally(() => statements++),
      })
      return { answer, statements }
    })

  const lookedUp = async (resource: Resource, name: string, writes: Write[]) => {
    const { answer } = await counted((session) => lookUp(session, resource, writes))
    return answer.map((it) => it[name])
  }

  it('costs a statement for each lookup at most, and none for lookups of other verbs', async () => {
    for (const resource of resources) {
      const all = Object.values(rulesOf(resource).lookups ?? {})
      for (const verb of ['create', 'update', 'delete'] as const) {
        const rows = [1, 2, 3].map(() => ({ ...blankRow(resource), site_roles: [] }))
        const changed = new Set(Object.keys(resource.attributes))
        const writes = rows.map((row) => write(verb, row, { changed }))
        const { statements } = await counted((session) => lookUp(session, resource, writes))
        const asking = all.filter(({ verbs }) => verbs.includes(verb))
        expect(statements, `${verb} ${resource.name}`).to.be.at.most(asking.length)
      }
    }
  })

  it('is told of each write its own, in the order of the writes', async () => {
    for (const name of ['near', 'far']) {
      await create('organization', { name })
      await create('workspace_provider', { name, namespace: name })
      await create('workspace_provider_allowlist_entry', { workspace_provider: name, organization: name })
    }
    const rows = await writer.database.query<Row>('select * from organization order by name')
    const changed = new Set(['allowed_regions'])
    const writes = [...rows, blankRow(organization)].map((row) => write('update', row, { changed }))
    const { answer, statements } = await counted((session) => lookUp(session, organization, writes))
    const names = answer.map(({ providersOf }) => (providersOf as Row[]).map(({ name }) => name))
    expect([statements, names]).to.deep.equal([1, [[], ['far'], ['near'], []]])
    const isDefault = await lookedUp(
      organization,
      'isDefault',
      rows.map((row) => write('delete', row)),
    )
    expect(isDefault).to.deep.equal([true, false, false])
  })

  it('TF-13 counts on no manager who resigns in it too', async () => {
    await create('organization', { name: 'acme' })
    for (const username of ['ada', 'grace']) {
      await create('user', { username })
      await create('org_membership', {
        organization: 'acme',
        user: username,
        roles: ['organization_manager'],
      })
    }
    const rows = await writer.database.query<Row & { id: string }>('select * from org_membership order by id')
    const [ada, grace] = rows.map(({ id }) => id)
    const resigning = rows.map((row) => write('update', row, { sets: { roles: [] } }))
    expect(await lookedUp(org_membership, 'managers', resigning)).to.deep.equal([[ada], [grace]])
    const one = [write('delete', rows[0]!), write('update', rows[1]!)]
    expect(await lookedUp(org_membership, 'managers', one)).to.deep.equal([[ada, grace], []])
  })

  it('P16 counts on no site admin who leaves in it too', async () => {
    await create('user', { username: 'ada', site_roles: ['site_admin'] })
    const rows = await writer.database.query<Row>('select * from "user"')
    const leaving = rows.map((row) => write('update', row, { after: { ...row, suspended: true } }))
    expect(await lookedUp(user, 'otherActiveAdmin', leaving)).to.deep.equal([false, false])
    expect(await lookedUp(user, 'otherActiveAdmin', [leaving[0]!])).to.deep.equal([true])
  })

  it('WP-17 puts all new organizations on the allowlist of built-in by two statements', async () => {
    const rows = ['anywhere', 'everywhere', 'europe'].map((name) => ({
      ...blankRow(organization),
      ...{ name, description: '', labels: {}, allowed_regions: name === 'europe' ? ['eu'] : null },
    }))
    const { answer, statements } = await counted(async (session) => {
      await insertRows(session, organization, rows)
      await takeEffect(
        session,
        organization,
        rows.map((row) => write('create', row)),
      )
      return session.query<{ name: string }>(
        `select name from organization o join workspace_provider_allowlist_entry e on e.organization_id = o.id
         where e.automatic and o.id = any($1) order by name`,
        [rows.map((row) => (row as Row).id)],
      )
    })
    expect(answer.map(({ name }) => name)).to.deep.equal(['anywhere', 'everywhere'])
    expect(statements).to.equal(4)
  })

  it('has words of its own for no constraint that the database does not have', async () => {
    const told = resources.flatMap((it) => Object.keys(rulesOf(it).refusals ?? {}))
    const known = await writer.database.query<{ name: string }>(
      'select conname as name from pg_constraint where conname = any($1) order by 1',
      [told],
    )
    expect(known.map(({ name }) => name)).to.deep.equal(told.sort())
    expect(told).not.to.deep.equal([])
  })
})

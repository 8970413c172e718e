// The same create again with an idempotency key, and creates that were only a dry run.
import { expect } from 'chai'
import type { Database } from '../../../../api/database/server/source.ts'
import type { Store } from '../../../../api/database/store.ts'
import { resourceNamed } from '../../../../schemas/index.ts'
import { openWriter, refusal, type Writer } from '../../../support/database/writer.ts'

const organization = resourceNamed('organization')
const workspace_provider = resourceNamed('workspace_provider')

describe('the same create again', () => {
  let database: Database
  let store: Store
  let how: Writer['how']
  beforeEach(async () => {
    ;({ database, store, how } = await openWriter())
  })
  afterEach(() => database.close())

  const acme = { name: 'acme', labels: { b: '1', a: '2' } }
  const code = async (work: Promise<unknown>) => (await refusal(work)).code
  const count = async (table: string) => (await database.query(`select from "${table}"`)).length

  describe('with an idempotency key', () => {
    const keyed = () => ({ ...how, idempotencyKey: 'once' })

    it('is refused when the body differs', async () => {
      await store.create(organization, acme, keyed())
      expect(await code(store.create(organization, { name: 'other' }, keyed()))).to.equal(
        'idempotency_mismatch',
      )
      expect(await count('organization')).to.equal(2)
    })

    it('is no replay any more once the object has changed or gone, or a day has passed', async () => {
      const { item } = await store.create(organization, acme, keyed())
      await store.update(organization, ['acme'], { icon: 'x' }, how)
      expect(await code(store.create(organization, acme, keyed()))).to.equal('taken')
      await store.delete(organization, ['acme'], how)
      const after = await store.create(organization, acme, keyed())
      expect(after.item.value.id).not.to.equal(item.value.id)
      await database.query("update idempotency_key set created_at = now() - interval '25 hours'")
      expect((await store.create(organization, { name: 'other' }, keyed())).created).to.equal(true)
    })

    it('answers what the first answered, also to ten at once and after a read', async () => {
      const all = await Promise.all([...Array(10)].map(() => store.create(organization, acme, keyed())))
      expect(all.map(({ created }) => created)).to.deep.equal(Array(10).fill(true))
      expect(new Set(all.map(({ item }) => item.value.id)).size).to.equal(1)
      await store.read(organization, ['acme'], how.actor)
      expect((await store.create(organization, acme, keyed())).created).to.equal(true)
      expect(await count('organization')).to.equal(2)
    })

    it('is not used up by a dry run', async () => {
      await store.create(organization, { name: 'other' }, { ...keyed(), dryRun: true })
      expect(await count('idempotency_key')).to.equal(0)
      expect((await store.create(organization, acme, keyed())).created).to.equal(true)
    })
  })

  describe('in a dry run', () => {
    const everything = async () => {
      const tables = await database.query<{ name: string }>(
        "select tablename as name from pg_tables where schemaname = 'public' order by 1",
      )
      const rows = await Promise.all(
        tables.map(({ name }) => database.query(`select * from "${name}" order by 1, 2`)),
      )
      return JSON.stringify(rows)
    }

    it('answers what would be stored, and stores nothing', async () => {
      await store.create(resourceNamed('user'), { username: 'leaver' }, how)
      const before = await everything()
      const dry = { ...how, dryRun: true }
      const { item } = await store.create(organization, acme, dry)
      expect(item.value).to.include({ name: 'acme', generation: 1 })
      const renamed = await store.update(organization, ['default'], { name: 'main' }, dry)
      expect(renamed.value).to.include({ name: 'main', generation: 2 })
      const listed = { allowed_organizations: [] as string[] }
      expect((await store.update(workspace_provider, ['built-in'], listed, dry)).value).to.deep.include(
        listed,
      )
      expect((await store.put(organization, acme, dry)).created).to.equal(true)
      expect(await store.delete(resourceNamed('user'), ['leaver'], dry)).to.equal('gone')
      expect(await code(store.create(organization, { name: 'default' }, dry))).to.equal('taken')
      expect(await everything()).to.equal(before)
    })
  })
})

// A write by a name that the row loses to another transaction while the write waits for the row.
import { expect } from 'chai'
import type { Database } from '../../../../api/database/server/source.ts'
import type { Store } from '../../../../api/database/store.ts'
import { resourceNamed } from '../../../../schemas/index.ts'
import { overtaking } from '../../../support/database/overtaking.ts'
import { openWriter, refusal, type Writer } from '../../../support/database/writer.ts'

const rows = [
  { noun: 'organization', called: 'name', path: [], body: {} },
  { noun: 'user', called: 'username', path: [], body: {} },
  { noun: 'workspace_provider', called: 'name', path: [], body: { namespace: 'spaces' } },
  {
    noun: 'custom_role',
    called: 'name',
    path: ['default'],
    body: { organization: 'default', permissions: [] },
  },
]

describe('a write by a name that the row loses meanwhile', () => {
  let database: Database
  let store: Store
  let how: Writer['how']
  beforeEach(async () => {
    ;({ database, store, how } = await openWriter())
  })
  afterEach(() => database.close())

  for (const { noun, called, path, body } of rows) {
    const resource = resourceNamed(noun)
    const address = [...path, 'acme']
    const whole = { ...body, [called]: 'acme' }
    const create = async (name: string) =>
      (await store.create(resource, { ...body, [called]: name }, how)).item.value.id as string
    const rename = (id: string) =>
      overtaking(
        database,
        `update "${noun}" set ${called} = 'renamed', generation = generation + 1 where id = '${id}'`,
      )
    const namesOf = async (ids: string[]) => {
      const all = await database.query<{ id: string; called: string }>(
        `select id, ${called} as called from "${noun}"`,
      )
      return ids.map((id) => all.find((row) => row.id === id)?.called)
    }
    const writes = {
      PATCH: ['not_found', () => store.update(resource, address, { [called]: 'patched' }, how)],
      'PUT with If-Match': [
        'stale',
        () => store.update(resource, address, whole, { ...how, complete: true }),
      ],
      DELETE: ['not_found', () => store.delete(resource, address, how)],
    } as const

    for (const [verb, [code, write]] of Object.entries(writes)) {
      it(`S6 ${verb} leaves the renamed ${noun} as it is: ${code}`, async () => {
        const id = await create('acme')
        const other = await rename(id)
        const refused = refusal(write())
        await other.commit()
        expect((await refused).code).to.equal(code)
        expect(await namesOf([id])).to.deep.equal(['renamed'])
      })
    }
  }

  it('S6 DELETE deletes the organization that has the name by then', async () => {
    const organization = resourceNamed('organization')
    const named = async (name: string) =>
      (await store.create(organization, { name }, how)).item.value.id as string
    const [first, second] = [await named('acme'), await named('next')]
    const swap = `update organization set name = 'former' where id = '${first}';
      update organization set name = 'acme' where id = '${second}'`
    const other = await overtaking(database, swap)
    const deleted = store.delete(organization, ['acme'], how)
    await other.commit()
    await deleted
    expect(
      await database.query('select id, name from organization where name <> $1', ['default']),
    ).to.deep.equal([{ id: first, name: 'former' }])
  })
})

// What a deployment begins with, once.
import { expect } from 'chai'
import { firstStart } from '../../../api/database/first-start.ts'
import type { Database } from '../../../api/database/server/source.ts'
import { openStore } from '../../../api/database/store.ts'
import { resourceNamed, resources } from '../../../schemas/index.ts'
import { testDatabase } from '../../support/database/database.ts'
import { actorWith } from '../../support/database/tokens.ts'
import { administrator } from '../../support/database/writer.ts'

const workspace_provider = resourceNamed('workspace_provider')

describe('the first start', () => {
  let database: Database
  beforeEach(async () => {
    database = await testDatabase()
  })
  afterEach(() => database.close())

  const empty = () => database.query('truncate deployment, organization, workspace_provider, "user" cascade')
  const names = async (table: string) =>
    (await database.query<{ name: string }>(`select name from ${table}`)).map(({ name }) => name)

  it('ORG-04 creates the default organization, and WP-05 the provider built-in that it may use', async () => {
    const store = openStore(database)
    const actor = await administrator(database)
    const read = (noun: string, ...address: string[]) => store.read(resourceNamed(noun), address, actor)
    expect((await read('organization', 'default'))?.value).to.include({ default: true })
    expect((await read('workspace_provider', 'built-in'))?.value).to.include({
      built_in: true,
      address: 'host',
    })
    expect((await read('deployment', 'deployment'))?.value).to.include({
      default_organization: 'default',
      default_workspace_provider: 'built-in',
    })
    expect(await read('workspace_provider_allowlist_entry', 'built-in', 'default')).not.to.equal(null)
  })

  it('leaves rows as complete as any other', async () => {
    const store = openStore(database)
    const actor = await administrator(database)
    for (const resource of resources) {
      for (const { value } of (await store.list(resource, { actor, filters: {}, limit: 500 })).items) {
        const missing = Object.entries(resource.attributes)
          .filter(([, { presence }]) => presence === 'required' || presence === 'defaulted')
          .filter(([name]) => value[name] === null || value[name] === undefined)
        expect(missing, resource.name).to.deep.equal([])
      }
    }
  })

  it('S9 leaves no receipt on its rows, since nobody sends a first start again', async () => {
    for (const { name } of resources) {
      const receipts = await database.query(`select id from "${name}" where receipt_user is not null`)
      expect(receipts, name).to.deep.equal([])
    }
  })

  it('WP-07 happens once: a restart after a rename brings nothing back', async () => {
    const how = { actor: await administrator(database), dryRun: false, complete: false }
    const store = openStore(database)
    await store.update(workspace_provider, ['built-in'], { name: 'home' }, how)
    await store.update(resourceNamed('organization'), ['default'], { name: 'main' }, how)
    await firstStart(database)
    expect(await names('workspace_provider')).to.deep.equal(['home'])
    expect(await names('organization')).to.deep.equal(['main'])
  })

  it('happens once when two processes start at the same time', async () => {
    await empty()
    await Promise.all([firstStart(database), firstStart(database)])
    expect(await names('workspace_provider')).to.deep.equal(['built-in'])
    expect(await database.query('select uid from deployment')).to.have.length(1)
  })

  it('draws a token for the administrator, tells it once, and has not happened unless it was passed on', async () => {
    await empty()
    const drawing = { ...database, config: { ...database.config, adminToken: undefined } }
    const handed = await firstStart(drawing, () => Promise.reject(new Error('no space left'))).catch(String)
    expect([handed, await drawing.query('select from deployment')]).to.deep.equal([
      'Error: no space left',
      [],
    ])
    const { adminToken } = await firstStart(drawing)
    expect(adminToken).to.match(/^polder_[\w-]{43}$/)
    expect(await actorWith(database, adminToken!)).to.include({ username: 'admin' })
    expect(await firstStart(drawing)).to.deep.equal({ notes: [] })
  })
})

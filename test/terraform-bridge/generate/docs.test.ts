// The documentation knows every resource, every attribute and every way to import.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { offeredAs, pluralOf } from '../../../schemas/index.ts'
import { generateDocs } from '../../../terraform-bridge/generate/docs.ts'
import { generateImportCommands } from '../../../terraform-bridge/generate/import-commands.ts'

describe('The documentation', () => {
  let folder: string
  const read = (name: string) => readFile(join(folder, name), 'utf8')

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'polder-test-'))
    await generateDocs(folder)
  })
  after(() => rm(folder, { recursive: true }))

  it('has a page for the provider, every resource and both data sources of each', async () => {
    const expected = [
      ...offeredAs('resource').map(({ name }) => `resources/${name}.md`),
      ...offeredAs('data source').flatMap((it) => [
        `data-sources/${it.name}.md`,
        `data-sources/${pluralOf(it)}.md`,
      ]),
    ]
    const found = await readdir(folder, { recursive: true })
    expect(found.filter((it) => it.endsWith('.md'))).to.have.members(['index.md', ...expected])
  })

  it('says on every page that it is generated, and begins as the registry wants it', async () => {
    for (const name of (await readdir(folder, { recursive: true })).filter((it) => it.endsWith('.md'))) {
      const page = await read(name)
      expect(page, name).to.match(/^---\npage_title: ".+"\nsubcategory: ""\ndescription: \|-\n {2}.+\n---\n/)
      expect(page, name).to.include('Generated from schemas/')
    }
  })

  it('speaks of every attribute with the words of its schema, but for volatile ones', async () => {
    for (const { name, attributes } of offeredAs('resource')) {
      const page = await read(`resources/${name}.md`)
      for (const [attribute, { description, notInState }] of Object.entries(attributes))
        if (notInState) expect(page, name).to.not.include(`- \`${attribute}\` (`)
        else
          expect(page, name).to.match(
            new RegExp(`^- \`${attribute}\` \\(.*\\) ${RegExp.escape(description)}`, 'm'),
          )
    }
  })

  it('shows the example that the tests apply', async () => {
    for (const { name } of offeredAs('resource')) {
      const example = await readFile(
        new URL(`../../../examples/resources/${name}/resource.tf`, import.meta.url),
        'utf8',
      )
      expect(await read(`resources/${name}.md`)).to.include(example.trim())
    }
  })

  it('tells of nested attributes, defaults, closed lists and what replaces', async () => {
    const page = await read('resources/workspace_provider.md')
    expect(page).to.include('### Nested Schema for `cluster`')
    expect(page).to.match(/`server` \(String\).*Takes `https:\/\/host:port`/)
    expect(page).to.match(
      /`namespace_mode`.*One of `shared`, `per_organization`\. Defaults to `"shared"`\. A change replaces/,
    )
    expect(page).to.match(/`display_name`.*Defaults to `name`, also after a change of `name`\./)
    expect(page).to.match(/`token` \(String, Sensitive, Write-only\)/)
    expect(page).to.include('<a id="nestedatt--timeouts"></a>')
  })

  it('keeps its links within a page true', async () => {
    for (const name of (await readdir(folder, { recursive: true })).filter((it) => it.endsWith('.md'))) {
      const page = await read(name)
      for (const [, target] of page.matchAll(/\]\(#([^)]+)\)/g)) expect(page).to.include(`<a id="${target}">`)
    }
  })
})

describe('The import commands', () => {
  it('name an object by natural key, by its key without a part that may be null, and by id', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'polder-test-'))
    await generateImportCommands(folder)
    const lines = async (noun: string) =>
      (await readFile(join(folder, noun, 'import.sh'), 'utf8')).trim().split('\n').slice(1)
    expect(await lines('org_membership')).to.deep.equal([
      'terraform import polder_org_membership.example my-organization/my-user',
      'terraform import polder_org_membership.example mem_0123456789abcdef',
    ])
    expect(await lines('org_quota'))
      .to.have.length(3)
      .and.include('terraform import polder_org_quota.example my-organization/member')
    expect(await lines('deployment')).to.deep.equal(['terraform import polder_deployment.example deployment'])
    await rm(folder, { recursive: true })
  })
})

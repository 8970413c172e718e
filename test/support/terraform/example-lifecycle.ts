// The promises that every example keeps, from the first apply to the last trace.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import type { Version } from '../present.ts'
import { objectsOf, rowsOf, settled } from '../snapshot.ts'
import { type Server, startExample } from './example.ts'
import { importBlocks } from './import-blocks.ts'
import { nameOf, type Terraform } from './terraform.ts'

type State = { address: string; values: Record<string, unknown> }
type Change = {
  address: string
  change: { actions: string[]; before: object; after: object; importing?: object }
}

/** Describes the life of `examples/<path>` on one Terraform or OpenTofu; imports are by natural key or by id. */
export const describeLifecycle = (path: string, version: Version, by: 'key' | 'id', server: () => Server) => {
  describe(`examples/${path} on ${nameOf(version)}`, function () {
    this.timeout(180_000)
    let example: Terraform
    let rows: string[]
    let objects: string[]
    let applied = false
    before(async () => {
      await settled(server().api)
      rows = await rowsOf(server().api)
      objects = await objectsOf(server().cluster)
      example = await startExample(path, version, server())
    })
    beforeEach(async () => {
      if (applied) return
      const { status, stderr } = await example.apply()
      expect(status, stderr).to.equal(0)
      applied = true
    })
    afterEach(() => rm(join(example.folder, 'imports.tf'), { force: true }))
    after(async () => {
      if (applied) await example.destroy()
      await example?.stop()
    })

    it('applies, and every cluster holds it', async () => {
      expect(await rowsOf(server().api)).to.have.length.above(rows.length)
      const { resources } = (await example.state()).values.root_module
      for (const { address, values } of resources as State[]) {
        if ('reconciled' in values) expect(values.reconciled, address).to.equal(true)
      }
    })

    it('TF-04 plans nothing a second time, and writes nothing', async () => {
      const before = await rowsOf(server().api)
      const { status, stdout } = await example.plan()
      expect(status, stdout).to.equal(0)
      expect(await rowsOf(server().api)).to.deep.equal(before)
    })

    it(`TF-03 imports every resource by its ${by} into an empty state, and then plans nothing`, async () => {
      const other = '-state=imported.tfstate'
      const state = await example.state()
      await example.write(importBlocks(state, by), 'imports.tf')
      const { status, stdout, stderr } = await example.plan(other)
      expect(status, stderr).not.to.equal(1)
      for (const { address, change } of managed(await example.planned())) {
        expect(change.importing, `${address}\n${stdout}`).to.be.an('object')
        expect(withoutTimeouts(change.after), `${address}\n${stdout}`).to.deep.equal(
          withoutTimeouts(change.before),
        )
      }
      const imported = await example.apply(other)
      expect(imported.status, imported.stderr).to.equal(0)
      const again = await example.plan(other)
      expect(again.status, again.stdout).to.equal(0)
    })

    it('leaves nothing behind when destroyed: no row, no cluster object', async () => {
      const { status, stderr } = await example.destroy()
      expect(status, stderr).to.equal(0)
      applied = false
      expect(namesOf(await rowsOf(server().api))).to.deep.equal(namesOf(rows))
      // What another test's server is still deleting may go meanwhile; nothing may be new.
      const left = (await objectsOf(server().cluster)).filter((it) => !objects.includes(it))
      expect(left).to.deep.equal([])
    })
  })
}

// `deployment` is written to by its example: it is still the same row.
const namesOf = (rows: string[]) => rows.map((row) => row.slice(0, row.lastIndexOf(' ')))

const managed = (planned: { resource_changes: (Change & { mode: string })[] }) =>
  planned.resource_changes.filter(({ mode }) => mode === 'managed')

// Neither is anywhere but in configuration.
const withoutTimeouts = (values: object) => ({ ...values, timeouts: null })

// Generated files are fresh, or somebody is told which are not.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { type Artefact, refresh, stale } from '../../../terraform-bridge/generate/refresh.ts'

describe('Generated files', () => {
  let root: string
  const artefact: Artefact = {
    folder: 'made',
    write: async (outDir) => {
      await mkdir(join(outDir, 'deep'))
      await writeFile(join(outDir, 'deep/one.md'), 'one\n')
      await writeFile(join(outDir, 'two.md'), 'two\n')
    },
  }

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'polder-test-'))
  })
  afterEach(() => rm(root, { recursive: true }))

  it('are told by name when they are missing, different or no longer written', async () => {
    expect(await stale(root, artefact)).to.deep.equal(['made/deep/one.md: missing', 'made/two.md: missing'])
    await refresh(root, artefact)
    await writeFile(join(root, 'made/two.md'), 'edited by hand\n')
    await writeFile(join(root, 'made/old.md'), 'left over\n')
    expect(await stale(root, artefact)).to.deep.equal(['made/two.md: stale', 'made/old.md: surplus'])
  })

  it('are replaced as a whole', async () => {
    await mkdir(join(root, 'made'))
    await writeFile(join(root, 'made/old.md'), 'left over\n')
    await refresh(root, artefact)
    expect(await stale(root, artefact)).to.deep.equal([])
  })

  it('leave alone what else is in a folder where only some files are theirs', async () => {
    const some: Artefact = { ...artefact, only: 'two.md' }
    await mkdir(join(root, 'made'))
    await writeFile(join(root, 'made/resource.tf'), 'by hand\n')
    await refresh(root, some)
    expect(await readFile(join(root, 'made/resource.tf'), 'utf8')).to.equal('by hand\n')
    expect(await stale(root, some)).to.deep.equal([])
  })
})

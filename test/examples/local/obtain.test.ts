// The ways to a part, tried in their order against releases served from this machine.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { obtain as obtainPart } from '../../../examples/local/parts/obtain.ts'
import type { Part } from '../../../examples/local/parts/part.ts'
import { run } from '../../../examples/local/parts/run.ts'

const says = (version: string) => `#!/bin/sh\necho greeter ${version}\n`
const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')

describe('obtain', () => {
  let scratch: string
  let server: Server
  let releases: string
  let built: number
  let environment: NodeJS.ProcessEnv
  const published = new Map<string, string | Buffer>()

  const greeter: Part<'greeter'> = {
    name: 'greeter',
    version: '2.0.0',
    binaries: ['greeter'],
    accepts: (version) => version >= '1.5.0',
    variable: 'GREETER',
    releases: 'https://releases.invalid',
    downloads: () => [{ binary: 'greeter', path: '/v2.0.0/greeter', checksums: '/v2.0.0/greeter.sha256' }],
    async build(_work, into) {
      built += 1
      await writeFile(join(into, 'greeter'), says('2.0.0-built'), { mode: 0o755 })
    },
    advice: 'Install greeter.',
  }
  const tell = () => ({ update() {}, detail() {}, end() {} })
  const obtain = (part: Part<'greeter'>, from = releases) =>
    obtainPart(part, { environment, releases: from, tell })
  const broken = { ...greeter, build: () => Promise.reject(new Error('spawn go ENOENT')) }
  const cached = () => join(scratch, 'cache', 'polder', 'greeter')
  const greeting = async ({ greeter: path }: { greeter: string }) => (await run(path, [])).trim()
  const program = async (folder: string, version: string) => {
    await mkdir(join(scratch, folder), { recursive: true })
    await writeFile(join(scratch, folder, 'greeter'), says(version), { mode: 0o755 })
    return join(scratch, folder)
  }

  before(async () => {
    server = createServer((request, response) => {
      const content = published.get(request.url!)
      if (content === 'half') {
        response.writeHead(200, { 'content-length': 1000 }).write('half', () => response.destroy())
      } else response.writeHead(content === undefined ? 404 : 200).end(content)
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    releases = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(() => server.close())
  beforeEach(async () => {
    built = 0
    published.clear()
    scratch = await mkdtemp(join(tmpdir(), 'polder-obtain-'))
    environment = { XDG_CACHE_HOME: join(scratch, 'cache'), PATH: join(scratch, 'none') }
  })
  afterEach(() => rm(scratch, { recursive: true, force: true }))

  const publish = (content: string, sum = sha256(content)) => {
    published.set('/v2.0.0/greeter', content)
    published.set('/v2.0.0/greeter.sha256', `${sum}\n`)
  }

  it('names every way it tried, and what to do, when none works', async () => {
    const failure = await obtain(broken).catch((error) => error.message)
    expect(failure).to.match(/^No way to obtain greeter 2\.0\.0 worked\./)
    expect(failure).to.contain('environment: GREETER is not set')
    expect(failure).to.contain('installed: no greeter on the PATH')
    expect(failure).to.contain(`cache: no greeter in ${join(cached(), '2.0.0')}`)
    expect(failure).to.contain(`download: ${releases}/v2.0.0/greeter.sha256 answers 404`)
    expect(failure).to.contain('build: spawn go ENOENT')
    expect(failure).to.contain('Install greeter.')
    expect(await readdir(cached())).to.deep.equal(['2.0.0.lock'])
  })

  it('refuses a download whose checksum is wrong, leaves nothing of it, and builds', async () => {
    publish(says('2.0.0-forged'), sha256('something else'))
    const failure = await obtain(broken).catch((error) => error.message)
    expect(failure).to.contain(`has the SHA-256 ${sha256(says('2.0.0-forged'))}`)
    expect(await readdir(cached())).to.deep.equal(['2.0.0.lock'])
    expect(await greeting(await obtain(greeter))).to.equal('greeter 2.0.0-built')
  })

  it('builds when a download ends in the middle, and leaves no half of it', async () => {
    publish('half')
    expect(await greeting(await obtain(greeter))).to.equal('greeter 2.0.0-built')
    expect(await readdir(join(cached(), '2.0.0'))).to.deep.equal(['greeter'])
  })

  it('builds at once when nobody answers', async () => {
    const closed = 'http://127.0.0.1:1'
    expect(await greeting(await obtain(greeter, closed))).to.equal('greeter 2.0.0-built')
  })

  it('says why when nothing is published for the platform', async () => {
    const part = { ...broken, downloads: () => 'greeter is published for toasters only' }
    const failure = await obtain(part).catch((error) => error.message)
    expect(failure).to.contain('download: greeter is published for toasters only')
  })

  it('downloads once: the second time the cache has it', async () => {
    publish(says('2.0.0-released'))
    expect(await greeting(await obtain(greeter))).to.equal('greeter 2.0.0-released')
    published.clear()
    expect(await greeting(await obtain(broken))).to.equal('greeter 2.0.0-released')
    expect(built).to.equal(0)
  })

  it('obtains again what somebody took a program out of', async () => {
    publish(says('2.0.0-released'))
    const { greeter: path } = await obtain(greeter)
    await rm(path)
    expect(await greeting(await obtain(greeter))).to.equal('greeter 2.0.0-released')
  })

  it('prefers the environment to the PATH and the PATH to the cache, where their version will do', async () => {
    publish(says('2.0.0-released'))
    await obtain(greeter)
    environment.PATH = await program('path', '1.6.0')
    expect(await greeting(await obtain(greeter))).to.equal('greeter 1.6.0')
    environment.GREETER = await program('environment', '1.7.0')
    expect(await greeting(await obtain(greeter))).to.equal('greeter 1.7.0')
    environment.GREETER = join(environment.GREETER, 'greeter')
    expect(await greeting(await obtain(greeter))).to.equal('greeter 1.7.0')
    await program('environment', '1.0.0')
    await program('path', '1.0.0')
    expect(await greeting(await obtain(greeter))).to.equal('greeter 2.0.0-released')
  })

  it('takes no folder and no file that cannot be run for a program', async () => {
    environment.PATH = await program('path', '1.6.0')
    await chmod(join(environment.PATH, 'greeter'), 0o644)
    await mkdir(join(scratch, 'environment', 'greeter'), { recursive: true })
    environment.GREETER = join(scratch, 'environment')
    const failure = await obtain(broken).catch((error) => error.message)
    expect(failure).to.contain('environment: no greeter in').and.contain('installed: no greeter on the PATH')
  })

  it('builds once when two processes want the same part, even if a third died while building it', async () => {
    const [log, told] = [join(scratch, 'builds'), join(scratch, 'told')]
    const module = (path: string) => JSON.stringify(new URL(`../../../${path}.ts`, import.meta.url).href)
    const script = (ending: string) => `
      import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
      import { obtain } from ${module('examples/local/parts/obtain')}
      import { until } from ${module('test/support/until')}
      const told = ${JSON.stringify(told)}
      const tell = () => ({ update: (text) => appendFileSync(told, text), detail() {}, end() {} })
      const part = { name: 'greeter', version: '2.0.0', binaries: ['greeter'], accepts: () => true,
        variable: 'GREETER', releases: '', downloads: () => 'unpublished', advice: '',
        async build(work, into) {
          appendFileSync(${JSON.stringify(log)}, 'built ')
          writeFileSync(into + '/greeter', 'half', { mode: 0o755 })
          ${ending}
        } }
      await obtain(part, { tell })`
    const start = (ending: string) => {
      const env = { ...process.env, ...environment }
      return spawn(process.execPath, ['--input-type=module', '-e', script(ending)], { env, stdio: 'ignore' })
    }
    expect(await once(start(`process.kill(process.pid, 'SIGKILL')`), 'exit')).to.deep.equal([null, 'SIGKILL'])
    const untilAnotherWaits = `await until(() => {
      if (!readFileSync(told, 'utf8').includes('waiting')) throw new Error('No other process waits.')
    })`
    const [first, second] = [start(untilAnotherWaits), start(untilAnotherWaits)]
    expect(await Promise.all([once(first, 'exit'), once(second, 'exit')])).to.deep.equal([
      [0, null],
      [0, null],
    ])
    expect(await readFile(log, 'utf8')).to.equal('built built ')
    expect(await readdir(cached())).to.have.members(['2.0.0', '2.0.0.lock'])
  })
})

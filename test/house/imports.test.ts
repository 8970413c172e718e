// Who may import whom: the rooms of the house and their doors.
import { expect } from 'chai'
import { methods } from '../../terraform-bridge/protocol/methods.ts'
import { importsOf, read, sources } from '../support/sources.ts'

const imports = sources.flatMap((from) => importsOf(from).map((to) => ({ from, to })))
const inside = (room: string) => (path: string) => path === room || path.startsWith(`${room}/`)
const ours = /^(schemas|api|terraform-bridge|examples|test)\//

/** The imports from one set of files to another, as sentences; there should be none. */
const doors = (from: (path: string) => boolean, to: (path: string) => boolean) =>
  imports.filter((it) => from(it.from) && to(it.to)).map((it) => `${it.from} imports ${it.to}`)

describe('the house', () => {
  it('sees the imports it judges', () => {
    expect(imports.length).to.be.greaterThan(200)
    expect(imports).to.deep.include({ from: 'schemas/user.ts', to: 'schemas/vocabulary.ts' })
  })

  it('schemas import nothing of ours but schemas', () => {
    expect(doors(inside('schemas'), (to) => ours.test(to) && !inside('schemas')(to))).to.deep.equal([])
  })

  it('the API and the bridge never import each other', () => {
    expect(doors(inside('api'), inside('terraform-bridge'))).to.deep.equal([])
    expect(doors(inside('terraform-bridge'), inside('api'))).to.deep.equal([])
  })

  it('http and the reconciler never import each other', () => {
    expect(doors(inside('api/http'), inside('api/reconciler'))).to.deep.equal([])
    expect(doors(inside('api/reconciler'), inside('api/http'))).to.deep.equal([])
  })

  it('permission is pure: it imports nothing but schemas', () => {
    const rooms = (to: string) => inside('schemas')(to) || inside('api/permissions')(to)
    expect(
      doors(inside('api/permissions'), (to) => (ours.test(to) || to.startsWith('node:')) && !rooms(to)),
    ).to.deep.equal([])
    expect(doors(inside('api/permissions'), inside('schemas'))).not.to.deep.equal([])
  })

  it('what is peculiar to a resource is pure: no http, no database, no reconciler, nothing of Node', () => {
    const impure = (to: string) =>
      ['api/http', 'api/database', 'api/reconciler'].some((room) => inside(room)(to)) ||
      (to.startsWith('node:') && !['node:crypto', 'node:net'].includes(to))
    expect(doors(inside('api/resources'), impure)).to.deep.equal([])
  })

  const homes: [framework: RegExp, home: RegExp][] = [
    [/^(hono|@hono)(\/|$)/, /^api\/http\//],
    [/^(typeorm|pg)(\/|$)/, /^api\/database\//],
    [/^@kubernetes\/client-node$/, /^api\/reconciler\/cluster\//],
    [/^prom-client$/, /^api\/metrics\.ts$/],
    [/^class-validator$/, /^schemas\/check(-[a-z-]+)?\.ts$/],
    [/^node:http2$/, /^terraform-bridge\/plugin\//],
    [/^@cdktf\/|^(jsii|jsii-pacmak)$/, /^terraform-bridge\/generate\/bindings\.ts$/],
  ]
  for (const [framework, home] of homes) {
    it(`one framework, one home: ${framework.source} lives in ${home.source}`, () => {
      const strangers = imports.filter(
        ({ from, to }) => framework.test(to) && !home.test(from) && !/^(test|examples)\//.test(from),
      )
      expect(strangers).to.deep.equal([])
      expect(imports.some(({ from, to }) => framework.test(to) && home.test(from))).to.equal(true)
    })
  }

  it('in the bridge, plugin and protocol know neither each other nor any resource', () => {
    const plugin = inside('terraform-bridge/plugin')
    const protocol = inside('terraform-bridge/protocol')
    expect(doors(plugin, (to) => ours.test(to) && !plugin(to))).to.deep.equal([])
    expect(doors(protocol, (to) => ours.test(to) && !protocol(to))).to.deep.equal([])
  })

  it('the bridge loads no HTTP client at its start: importing node:http costs a third of it', () => {
    const loads = /^import (?!type )[^'"]*'node:http'/m
    const ofBridge = sources.filter(inside('terraform-bridge'))
    expect(ofBridge.filter((path) => loads.test(read(path)))).to.deep.equal([])
  })

  const bridge = (...rooms: string[]) => {
    const insides = rooms.map((room) => inside(`terraform-bridge/${room}`))
    return (path: string) => insides.some((is) => is(path))
  }

  const api = ['client.ts', 'api-error.ts', 'unreachable.ts', 'stopped.ts']
  const below = ['values', 'memory', 'protocol', ...api]
  const rooms: [room: string, reads: string[]][] = [
    ['rpc', ['rpc', 'plan', 'apply', ...below]],
    ['plan', ['plan', ...below]],
    ['apply', ['apply', ...below]],
    ['values', below],
    ['memory', ['memory', 'protocol', ...api]],
  ]
  for (const [room, reads] of rooms) {
    it(`in the bridge, ${room} reads schemas and what stands below it, and nothing else of ours`, () => {
      const others = (to: string) => ours.test(to) && !bridge(...reads)(to) && !inside('schemas')(to)
      expect(doors(bridge(room), others)).to.deep.equal([])
      expect(imports.some(({ from }) => bridge(room)(from))).to.equal(true)
    })
  }

  it('in the bridge, rpc/ holds one file for each RPC that the process offers, and nothing else', () => {
    const kebab = (name: string) => name.replace(/[A-Z]/g, (it) => `-${it.toLowerCase()}`)
    const rpcs = methods().map(({ name }) => `terraform-bridge/rpc/${kebab(name)}.ts`)
    expect(sources.filter(bridge('rpc')).filter((path) => !rpcs.includes(path))).to.deep.equal([])
  })

  it('no import leads back to where it began', () => {
    const of = Map.groupBy(imports, ({ from }) => from)
    const done = new Set<string>()
    const circles: string[] = []
    const follow = (path: string, way: string[]) => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '))
      else if (!done.has(path)) for (const { to } of of.get(path) ?? []) follow(to, [...way, path])
      done.add(path)
    }
    for (const path of sources) follow(path, [])
    expect(circles).to.deep.equal([])
  })

  it('nothing imports tests or examples, except that tests use them', () => {
    const product = (from: string) => /^(schemas|api|terraform-bridge)\//.test(from)
    expect(doors(product, (to) => inside('test')(to) || inside('examples')(to))).to.deep.equal([])
    expect(doors(inside('examples'), inside('test'))).to.deep.equal([])
  })
})

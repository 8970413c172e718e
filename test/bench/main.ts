// `npm run bench -- [names] [--against <commit>] [--json]`: how fast, as ratios against named floors or a commit.
import { parseArgs } from 'node:util'
import { root } from '../support/sources.ts'
import { compareWithCommit } from './compare-with-commit.ts'
import { compareWithFloor } from './compare-with-floor.ts'
import { handshake } from './handshake.ts'
import { longLists } from './long-lists.ts'
import type { Bench } from './measure.ts'
import { organizationsInCluster } from './organizations-in-cluster.ts'
import { otherCheckout } from './other-checkout.ts'
import { rest } from './rest.ts'
import { table } from './table.ts'
import { users } from './users.ts'

const benches: Record<string, Bench[]> = {
  terraform: [handshake, users, organizationsInCluster],
  handshake: [handshake],
  rest: [rest, longLists],
}

const fail = (text: string): never => {
  console.error(text)
  process.exit(2)
}

const options = {
  json: { type: 'boolean' },
  against: { type: 'string' },
  rounds: { type: 'string' },
} as const
const given = () => {
  try {
    return parseArgs({ allowPositionals: true, options })
  } catch (error) {
    return fail((error as Error).message)
  }
}
const { values, positionals } = given()
const unknown = positionals.filter((it) => !(it in benches))
if (unknown.length > 0)
  fail(`No bench is called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`)
const rounds = values.rounds === undefined ? undefined : Number(values.rounds)
if (rounds !== undefined && !(Number.isInteger(rounds) && rounds > 0))
  fail(`--rounds takes a whole number above 0, not ${values.rounds}.`)
const chosen = new Set(
  (positionals.length > 0 ? positionals : ['terraform', 'rest']).flatMap((it) => benches[it]!),
)

const againstFloors = async () => {
  const results = []
  for (const bench of chosen) results.push(...(await compareWithFloor(bench, root, rounds)))
  const text = table(results, {
    row: (it) => it.row,
    ours: (it) => it.ours,
    floor: (it) => it.floor,
    unit: (it) => it.unit,
    ratio: (it) => it.ratio,
    bar: (it) => it.bar && `${it.atLeast ? '≥' : '≤'} ${it.bar}`,
    '': (it) => it.verdict,
  })
  console.log(values.json ? JSON.stringify(results, null, 2) : text)
  return 0
}

const againstCommit = async (name: string) => {
  const before = await otherCheckout(name)
  const results = []
  for (const bench of chosen)
    results.push(...(await compareWithCommit(bench, { before, after: root }, rounds ?? 7)))
  const text = table(results, {
    row: (it) => it.row,
    before: (it) => it.before,
    after: (it) => it.after,
    unit: (it) => it.unit,
    ratio: (it) => it.ratio,
    spread: (it) => it.spread,
    '': (it) => it.verdict,
  })
  console.log(values.json ? JSON.stringify(results, null, 2) : text)
  return results.some(({ verdict }) => verdict === 'worse') ? 1 : 0
}

const run = values.against === undefined ? againstFloors() : againstCommit(values.against)
process.exit(await run.catch(({ message }) => fail(message)))

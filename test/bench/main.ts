// `npm run bench -- [names] [--against <commit>] [--json]`: how fast, as ratios against named floors or a commit;
// `npm run bench -- clusters [--organizations <number>] [--only <subject>]…`.
import { parseArgs } from 'node:util'
import { root } from '../support/sources.ts'
import { clusterTable, measureClusters } from './clusters/clusters.ts'
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
  organizations: { type: 'string' },
  only: { type: 'string', multiple: true },
} as const
const given = () => {
  try {
    return parseArgs({ allowPositionals: true, options })
  } catch (error) {
    return fail((error as Error).message)
  }
}
const { values, positionals } = given()
const unknown = positionals.filter((it) => it !== 'clusters' && !(it in benches))
if (unknown.length > 0)
  fail(`No bench is called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}, clusters.`)
const wholeNumber = (name: 'rounds' | 'organizations') => {
  const value = values[name] === undefined ? undefined : Number(values[name])
  if (value !== undefined && !(Number.isInteger(value) && value > 0))
    fail(`--${name} takes a whole number above 0, not ${values[name]}.`)
  return value
}
const rounds = wholeNumber('rounds')
const organizations = wholeNumber('organizations')
const isOfClusters = positionals.includes('clusters')
if (isOfClusters && (positionals.length > 1 || values.against !== undefined || rounds !== undefined))
  fail('The bench of clusters runs alone, and compares with floors only.')
if (!isOfClusters && (organizations !== undefined || values.only !== undefined))
  fail('--organizations and --only belong to the bench of clusters: npm run bench -- clusters')
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

const ofClusters = async () => {
  const { results, failed } = await measureClusters({
    organizations: organizations ?? 100,
    only: values.only ?? [],
    tell: (text) => console.error(text),
  })
  console.log(values.json ? JSON.stringify({ results, failed }, null, 2) : clusterTable(results))
  return failed.length === 0 ? 0 : 1
}

const run = () => {
  if (isOfClusters) return ofClusters()
  return values.against === undefined ? againstFloors() : againstCommit(values.against)
}
process.exit(await run().catch(({ message }) => fail(message)))

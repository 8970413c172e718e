// `npm run soak -- <name> [--rounds <number>]`: what must hold for longer, and more often, than `npm test` has time for.
import { parseArgs } from 'node:util'
import { databaseRestarts } from './database-restarts.ts'
import { interruptions } from './interruptions.ts'
import { kills } from './kills.ts'
import { replicas } from './replicas.ts'
import type { Soaked } from './soaked.ts'

type Soak = {
  about: string
  rounds: number
  /** The same body as in `npm test`, which asks for fewer rounds. */
  run(rounds: number): Promise<Soaked>
}

const soaks: Record<string, Soak> = {
  'database-restarts': {
    about: 'PostgreSQL restarts, crashes and ends connections while writers write: nothing is lost.',
    rounds: 50,
    run: databaseRestarts,
  },
  interruptions: {
    about:
      'Applies are killed and interrupted at a create: the next one completes them, and nothing is made twice.',
    rounds: 56,
    run: interruptions,
  },
  kills: {
    about: 'Polder is killed in the middle of its writes to clusters: the next process completes them.',
    rounds: 50,
    run: kills,
  },
  replicas: {
    about: 'One of three replicas is killed every 20 s: never two hold a cluster, and no change is lost.',
    rounds: 30,
    run: replicas,
  },
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' } },
})
const [name = ''] = positionals
const soak = soaks[name]
if (!soak) {
  if (name) console.error(`No soak is called ${name}.`)
  for (const [name, { about, rounds }] of Object.entries(soaks))
    console.error(`npm run soak -- ${name} [--rounds ${rounds}]\n  ${about}`)
  process.exit(2)
}

const rounds = Number(values.rounds ?? soak.rounds)
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`--rounds must be a whole number from 1, not ${values.rounds}.`)
  process.exit(2)
}

const begun = performance.now()
const { counts, broken } = await soak.run(rounds)
const all = { rounds, ...counts, minutes: ((performance.now() - begun) / 60_000).toFixed(1) }
for (const [what, count] of Object.entries(all)) console.log(`${what.padEnd(36)} ${count}`)
for (const sentence of broken) console.error(sentence)
console.log(broken.length === 0 ? 'Every promise held.' : `${broken.length} promises did not hold.`)
process.exit(broken.length === 0 ? 0 : 1)

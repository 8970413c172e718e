// Applies are interrupted at a create, once or twice: the next apply completes them, and nothing is made twice.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { installProvider } from '../../examples/local/provider.ts'
import { startApiProcess, token } from '../bench/api-process.ts'
import { changesIn } from '../support/terraform/project.ts'
import { startCommand } from '../support/terraform/running-terraform.ts'
import { startTerraform } from '../support/terraform/terraform.ts'
import { creates, made, stackOf } from './interrupted-stack.ts'
import { startInterruptingProxy } from './interrupting-proxy.ts'
import type { Soaked } from './soaked.ts'

const ways = ['killProvider', 'kill', 'interrupt'] as const

/** How a round is interrupted: every other one twice, and three of four when the API has stored the create. */
const interruptionsOf = (round: number) =>
  [0, 1].slice(0, 1 + (round % 2)).map((again) => ({
    // The create that was lost is always left for the second.
    after: again === 0 ? (round * 3) % creates : 0,
    stored: (round + again) % 4 !== 3,
    way: ways[(round + again) % ways.length]!,
  }))

type Resource = { address: string; tainted?: boolean }

const startRounds = async () => {
  const api = await startApiProcess()
  const proxy = await startInterruptingProxy(api.url)
  const { terraformrc } = await installProvider()
  const env = { TF_CLI_CONFIG_FILE: terraformrc, POLDER_URL: proxy.url, POLDER_TOKEN: token }
  const terraform = await startTerraform({ env })
  await terraform.write(stackOf(0))
  await terraform.init()
  const found = { interruptions: 0, recovered: 0, broken: [] as string[] }

  const ask = async (path: string, method = 'GET', body?: object): Promise<Record<string, unknown>> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const answer = await fetch(api.url + path, { method, headers, body: JSON.stringify(body) })
    return (await answer.json()) as Record<string, unknown>
  }
  const stored = async () => {
    const counts = Object.keys(made).map(async (plural) => {
      const page = await ask(`/v1/${plural}?limit=1&count=true`)
      return [plural, page.total_count as number] as const
    })
    return Object.fromEntries(await Promise.all(counts))
  }
  /** As a pipeline does: with a new token of the same user. */
  const apply = async () => {
    const issued = await ask('/v1/api_tokens', 'POST', { user: 'admin' })
    const settings = { ...env, POLDER_TOKEN: issued.token as string }
    return startCommand({ terraform, settings }, 'apply', '-auto-approve')
  }

  const interrupt = async ({ way, ...loss }: ReturnType<typeof interruptionsOf>[number]) => {
    const command = await apply()
    proxy.lose({ ...loss, onLoss: command[way] })
    await command.end()
    return proxy.settle() ? 1 : 0
  }

  /** Sentences about what is not as one apply would have left it. */
  const wrongWith = async (before: Record<string, number>): Promise<string[]> => {
    const after = await stored()
    const twice = Object.entries(made)
      .filter(([plural, count]) => after[plural] !== before[plural]! + count)
      .map(([plural]) => `${before[plural]} ${plural} became ${after[plural]}.`)
    const { values } = await terraform.state()
    const kept: Resource[] = values?.root_module?.resources ?? []
    const tainted = kept.filter((it) => it.tainted).map(({ address }) => `${address} is tainted.`)
    const fewer = kept.length === creates ? [] : [`The state has ${kept.length} objects of ${creates}.`]
    const { status, stderr } = await terraform.plan()
    const changes = status === 1 ? [stderr] : changesIn(await terraform.planned())
    return [...twice, ...tainted, ...fewer, ...changes]
  }

  const run = async (round: number) => {
    await rm(join(terraform.folder, 'terraform.tfstate'), { force: true })
    await terraform.write(stackOf(round))
    const before = await stored()
    let interruptions = 0
    for (const it of interruptionsOf(round)) interruptions += await interrupt(it)
    const { status, printed } = await (await apply()).end()
    const wrong = status === 0 ? await wrongWith(before) : [printed]
    found.interruptions += interruptions
    if (wrong.length === 0) found.recovered += interruptions
    const how = JSON.stringify(interruptionsOf(round))
    found.broken.push(...wrong.map((it) => `Round ${round}, interrupted ${how}: ${it}`))
  }

  return {
    run,
    found: () => ({ ...found, foundAgain: proxy.foundAgain() }),
    async stop() {
      await terraform.stop()
      await proxy.stop()
      await api.stop()
    },
  }
}

/** `rounds` stacks: three interruptions in two rounds. */
export const interruptions = async (rounds: number): Promise<Soaked> => {
  const { run, found, stop } = await startRounds()
  try {
    for (let round = 1; round <= rounds; round += 1) await run(round)
    const { broken, interruptions, recovered, foundAgain } = found()
    return { counts: { interruptions, recovered, 'creates found again': foundAgain }, broken }
  } finally {
    await stop()
  }
}

// Whole Terraform commands: users against as many built-in `terraform_data` that hold the same values, and organizations in a cluster.
import { installProvider } from '../../examples/local/provider.ts'
import { startTerraform, type Terraform } from '../support/terraform.ts'
import { requestsAnswered, startApiProcess, token } from './api-process.ts'
import { handshake } from './handshake.ts'
import { median, type Row, rowOf, timed } from './measure.ts'
import { organizationsInCluster } from './organizations-in-cluster.ts'

const rounds = 3
/** Bars are set for 1,000: below that the starts of the provider's process weigh more than the work. */
const verbs = { create: 1.2, 'empty plan': 2, update: null, destroy: 1.2 }

const users = (count: number) => `
terraform {
  required_providers {
    polder = { source = "polder/polder" }
  }
}
variable "name" { default = "first" }
resource "polder_user" "this" {
  count    = ${count}
  username = "user-\${count.index}"
  name     = "\${var.name} \${count.index}"
}
`
/** The same values: what core itself spends grows with what an object holds, and quadratically with their number. */
const builtIn = (count: number) => `
variable "name" { default = "first" }
resource "terraform_data" "this" {
  count = ${count}
  input = {
    username = "user-\${count.index}"
    name     = "\${var.name} \${count.index}"
  }
}
`

const must = async (result: ReturnType<Terraform['run']>) => {
  const { status, stdout, stderr } = await result
  if (status !== 0) throw new Error(stdout + stderr)
}

/** Milliseconds of each verb, one after the other. */
const life = async (terraform: Terraform) => ({
  create: await timed(() => must(terraform.apply())),
  'empty plan': await timed(() => must(terraform.run('plan', '-input=false', '-detailed-exitcode'))),
  update: await timed(() => must(terraform.apply('-var=name=second'))),
  destroy: await timed(() => must(terraform.destroy())),
})

const requestsPerResource = async (url: string, terraform: Terraform, count: number) => {
  await must(terraform.apply())
  const before = await requestsAnswered(url)
  await must(terraform.run('plan', '-input=false', '-refresh-only', '-detailed-exitcode'))
  const asked = (await requestsAnswered(url)) - before
  await must(terraform.destroy())
  return rowOf('refresh of 1000 users', 'requests per user', 0.02, asked / count, 1)
}

const lives = async (count: number, env: NodeJS.ProcessEnv): Promise<Row[]> => {
  const ours = await startTerraform({ env })
  const floor = await startTerraform()
  const taken: { ours: Awaited<ReturnType<typeof life>>; floor: Awaited<ReturnType<typeof life>> }[] = []
  try {
    await ours.write(users(count))
    await floor.write(builtIn(count))
    await ours.init()
    await floor.init()
    for (let round = 0; round < rounds; round++)
      taken.push({ floor: await life(floor), ours: await life(ours) })
    const rows = Object.entries(verbs).map(([verb, bar]) => {
      const of = (side: 'ours' | 'floor') => median(taken.map((round) => round[side][verb as 'create']))
      return rowOf(`${verb} of ${count} users`, 'ms', count < 1000 ? null : bar, of('ours'), of('floor'))
    })
    return count < 1000 ? rows : [...rows, await requestsPerResource(env.POLDER_URL!, ours, count)]
  } finally {
    await Promise.all([ours.stop(), floor.stop()])
  }
}

/** Provider start-up, the life of 300 and of 1,000 users, requests per refresh, organizations in a cluster. */
export const terraform = async (): Promise<Row[]> => {
  const { terraformrc, bundle } = await installProvider()
  const api = await startApiProcess()
  const env = { TF_CLI_CONFIG_FILE: terraformrc, POLDER_URL: api.url, POLDER_TOKEN: token }
  const rows: Row[] = []
  try {
    rows.push(await handshake(bundle), ...(await lives(300, env)), ...(await lives(1000, env)))
  } finally {
    await api.stop()
  }
  return [...rows, await organizationsInCluster(terraformrc)]
}

// Whole Terraform commands: users against as many built-in `terraform_data` that hold the same values.
import { installProvider } from '../../examples/local/provider.ts'
import { startTerraform, type Terraform } from '../support/terraform/terraform.ts'
import { type ApiProcess, requestsAnswered, startApiProcess, token } from './api-process.ts'
import { type Bench, type Trial, timed } from './measure.ts'

/** Bars are set for 1,000: below that the starts of the provider's process weigh more than the work. */
const verbs = { create: 1.2, 'empty plan': 2, update: null, destroy: 1.2 }

const configuration = (count: number) => `
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
const life = async (terraform: Terraform) => [
  await timed(() => must(terraform.apply())),
  await timed(() => must(terraform.run('plan', '-input=false', '-detailed-exitcode'))),
  await timed(() => must(terraform.apply('-var=name=second'))),
  await timed(() => must(terraform.destroy())),
]

/** Requests per user. */
const refresh = async (api: ApiProcess, terraform: Terraform, count: number) => {
  await must(terraform.apply())
  const before = await requestsAnswered(api)
  await must(terraform.run('plan', '-input=false', '-refresh-only', '-detailed-exitcode'))
  const asked = (await requestsAnswered(api)) - before
  await must(terraform.destroy())
  return asked / count
}

const initialized = async (text: string, env?: NodeJS.ProcessEnv) => {
  const terraform = await startTerraform({ env })
  await terraform.write(text)
  await terraform.init()
  return terraform
}

/** The life of 300 and of 1,000 users, and what refreshing 1,000 costs the server. */
export const users: Bench = async (root) => {
  const { terraformrc } = await installProvider(root)
  const api = await startApiProcess({}, root)
  const env = { TF_CLI_CONFIG_FILE: terraformrc, POLDER_URL: api.url, POLDER_TOKEN: token }
  const folders: Terraform[] = []
  const open = async (...args: Parameters<typeof initialized>) => {
    const terraform = await initialized(...args)
    folders.push(terraform)
    return terraform
  }

  const trials: Trial[] = []
  for (const count of [300, 1000]) {
    const ours = await open(configuration(count), env)
    const floor = await open(builtIn(count))
    const row = ([verb, bar]: [string, number | null]) => ({
      row: `${verb} of ${count} users`,
      unit: 'ms',
      bar: count < 1000 ? null : bar,
    })
    const rows = Object.entries(verbs).map(row)
    trials.push({ rows, rounds: 3, ours: () => life(ours), floor: () => life(floor) })
    if (count === 1000) {
      const row = { row: 'refresh of 1000 users', unit: 'requests per user', bar: 0.02 }
      const asked = async () => [await refresh(api, ours, count)]
      trials.push({ rows: [row], rounds: 1, ours: asked, floor: async () => [1] })
    }
  }
  return {
    trials,
    async stop() {
      for (const it of folders) await it.stop()
      await api.stop()
    },
  }
}

// A Terraform configuration against a real API: what promises about plan and apply are tried with.
import { expect } from 'chai'
import { installProvider } from '../../../examples/local/provider.ts'
import { startApi } from '../api.ts'
import { countingProxy } from '../counting-proxy.ts'
import { startTerraform, type TerraformOptions } from './terraform.ts'

const header = `
terraform {
  required_providers {
    polder = { source = "polder/polder" }
  }
}
`

/** A working folder, initialized, whose provider finds the API through a proxy that counts. */
export const startProject = async ({ version, env }: Pick<TerraformOptions, 'version' | 'env'> = {}) => {
  const { terraformrc } = await installProvider()
  const api = await startApi()
  const proxy = await countingProxy(api.url)
  const settings = { TF_CLI_CONFIG_FILE: terraformrc, POLDER_URL: proxy.url, POLDER_TOKEN: api.token, ...env }
  const terraform = await startTerraform({ version, env: settings })
  const write = (configuration: string) => terraform.write(header + configuration)
  await write('')
  await terraform.init()

  return {
    api,
    proxy,
    terraform,
    settings,
    write,
    /** Applies the configuration, which must succeed; answers what was printed. */
    async apply(configuration: string, ...args: string[]) {
      await write(configuration)
      const { status, stdout, stderr } = await terraform.apply(...args)
      expect(status, stdout + stderr).to.equal(0)
      return stdout
    },
    /** Plans it, which must succeed: what is done to what, as `update polder_user.one`. */
    async plan(configuration: string, ...args: string[]): Promise<string[]> {
      await write(configuration)
      const { status, stdout, stderr } = await terraform.plan(...args)
      expect(status, stdout + stderr).to.be.oneOf([0, 2])
      return status === 0 ? [] : changesIn(await terraform.planned())
    },
    /** Plans it, which must be refused; answers the diagnostics on one line. */
    async refused(configuration: string, ...args: string[]) {
      await write(configuration)
      const { status, stdout, stderr } = await terraform.plan(...args)
      expect(status, stdout).to.equal(1)
      return flat(stderr)
    },
    /** Plans it, whatever comes of that: the exit status, and what was said about which resource, in order. */
    async diagnosed(configuration: string, ...args: string[]) {
      await write(configuration)
      const { status, stdout } = await terraform.run('plan', '-json', '-detailed-exitcode', ...args)
      return { status, diagnostics: diagnosticsIn(stdout) }
    },
    /** Empties the state and the server of what the state holds. */
    async clear() {
      await write('')
      const { status, stdout, stderr } = await terraform.apply()
      expect(status, stdout + stderr).to.equal(0)
    },
    async stop() {
      await terraform.stop()
      await proxy.stop()
      await api.stop()
    },
  }
}

export type Project = Awaited<ReturnType<typeof startProject>>

/** Terraform's words without its line breaks and frames. */
export const flat = (text: string) => text.replace(/[│╷╵\s]+/g, ' ')

export interface Said {
  severity: 'error' | 'warning'
  summary: string
  detail: string
  address?: string
}

// One JSON text a line, in the order in which core came by them, which is chance.
const diagnosticsIn = (printed: string): Said[] =>
  printed
    .split('\n')
    .filter((line) => line.includes('"type":"diagnostic"'))
    .map((line) => JSON.parse(line).diagnostic as Said)
    .map(({ severity, summary, detail, address }) => ({ severity, summary, detail, address }))
    .toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))

type Planned = { resource_changes?: { address: string; mode: string; change: { actions: string[] } }[] }

/** What a plan does to what: `update polder_user.one`. */
export const changesIn = (planned: Planned): string[] =>
  (planned.resource_changes ?? [])
    .filter(({ mode, change }) => mode === 'managed' && change.actions[0] !== 'no-op')
    .map(({ address, change }) => `${change.actions.join(' ')} ${address}`)
    .toSorted()

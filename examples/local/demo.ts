// Polder from nothing to tenants in a cluster: a control plane, the API, a real Terraform, three views of the result.
import { spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { configuration } from '../../api/config.ts'
import { start } from '../../api/main.ts'
import { obtainCluster } from './cluster/obtain-cluster.ts'
import { nextCommands } from './demo-commands.ts'
import { showViews } from './demo-views.ts'
import { withdraw } from './demo-withdrawal.ts'
import { copyExample } from './example-copy.ts'
import { obtainTerraform } from './parts/terraform.ts'
import { installProvider } from './provider.ts'

const say = (text: string) => console.log(text)
const interrupted = new AbortController()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
for (const signal of signals) process.on(signal, () => interrupted.abort(new Error('Interrupted.')))

/** Ends everything that was started, the latest first. */
const endings: (() => Promise<unknown>)[] = []

const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  interrupted.signal.throwIfAborted()
  say(`\n== ${name}`)
  const begin = Date.now()
  const result = await work()
  say(`   done in ${((Date.now() - begin) / 1000).toFixed(1)} s`)
  return result
}

const scratch = async (): Promise<string> => {
  const { POLDER_DATA_DIR, XDG_DATA_HOME } = process.env
  const { dataDir } = configuration({ POLDER_DATA_DIR, XDG_DATA_HOME })
  await mkdir(dataDir, { recursive: true, mode: 0o711 })
  const directory = await mkdtemp(join(dataDir, 'demo-'))
  endings.push(() => rm(directory, { recursive: true, force: true }))
  // As root the embedded PostgreSQL runs as another user, who has to pass.
  await chmod(directory, 0o711)
  return directory
}

const run = (program: string, args: string[], env: NodeJS.ProcessEnv, shown: boolean): Promise<string> =>
  new Promise((resolve, reject) => {
    const stdio = ['ignore', shown ? 'inherit' : 'pipe', 'inherit'] as const
    // A group of its own: the Ctrl-C of a terminal and ours would be two, at which Terraform drops everything.
    const child = spawn(program, args, { env, stdio: [...stdio], detached: true })
    let output = ''
    child.stdout?.on('data', (chunk) => {
      output += chunk
    })
    // Asked, not killed: an interrupted Terraform still writes its state.
    const stop = () => child.kill('SIGINT')
    interrupted.signal.addEventListener('abort', stop)
    child.once('error', reject)
    child.once('close', (status) => {
      interrupted.signal.removeEventListener('abort', stop)
      if (status === 0) resolve(output)
      else reject(new Error(`${program} ${args.join(' ')} ended with ${status}.`))
    })
  })

const demo = async (once: boolean) => {
  const directory = await scratch()
  const program = await step('Terraform', () => obtainTerraform())
  const { terraformrc } = await step('The provider of this checkout', () => installProvider())
  const cluster = await step('A Kubernetes control plane', () =>
    obtainCluster({ directory: join(directory, 'cluster'), name: 'polder-demo' }),
  )
  endings.push(cluster.stop)
  const api = await step('The API, on an embedded PostgreSQL', () =>
    start(
      configuration({
        PORT: '0',
        POLDER_DATA_DIR: join(directory, 'data'),
        POLDER_KUBECONFIG: cluster.kubeconfig,
        POLDER_ALLOW_LOOPBACK_CLUSTERS: 'true',
        POLDER_LOG_LEVEL: 'error',
      }),
    ),
  )
  endings.push(api.stop)
  const token = api.adminToken!
  say(`   ${api.url}, Kubernetes at ${cluster.server}`)

  const tenant = join(directory, 'tenant')
  await copyExample('tenant', tenant)
  const environment = {
    TF_CLI_CONFIG_FILE: terraformrc,
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
    TF_VAR_server: cluster.server,
    TF_VAR_ca_data: cluster.caData,
    TF_VAR_token: cluster.adminToken,
    POLDER_URL: api.url,
    POLDER_TOKEN: token,
    KUBECONFIG: cluster.kubeconfig,
  }
  const env = { ...process.env, ...environment }
  const terraform = (shown: boolean, ...args: string[]) =>
    run(program, [`-chdir=${tenant}`, ...args], env, shown)
  // A control plane of ours goes with all that is in it; a cluster that was found is left as it was.
  const found = process.env.USE_EXISTING_CLUSTER === 'true'
  if (found) endings.push(() => withdraw(api.url, token))
  await step('terraform init', () => terraform(true, 'init', '-no-color'))
  if (found) endings.push(() => terraform(true, 'destroy', '-no-color', '-auto-approve'))
  // Hundreds of lines, of which these say it all; `terraform show plan` in the working copy tells the rest.
  await step('terraform plan', async () => {
    const planned = await terraform(false, 'plan', '-no-color', '-out=plan')
    say(planned.match(/^Plan: .*$/m)?.[0] ?? planned)
  })
  await step('terraform apply', () => terraform(true, 'apply', '-no-color', 'plan'))
  await showViews({ url: api.url, token, cluster, say, terraform: (...args) => terraform(false, ...args) })
  if (once) return

  const commands = { directory, tenant, terraform: program, kubectl: cluster.kubectl, environment }
  say('\nEverything is up. Try, in another terminal:')
  for (const { about, command } of await nextCommands(commands)) say(`\n# ${about}\n${command}`)
  say('\nCtrl-C here ends it and removes what it made.')
  const keepAlive = setInterval(() => {}, 60_000)
  await new Promise((resolve) => interrupted.signal.addEventListener('abort', resolve))
  clearInterval(keepAlive)
}

let status = 0
try {
  await demo(process.argv.includes('--once'))
} catch (error) {
  console.error(`\n${(error as Error).message}`)
  status = interrupted.signal.aborted ? 130 : 1
}
for (const end of endings.toReversed()) {
  await end().catch((error) => {
    console.error(error.message)
    status = 1
  })
}
process.exit(status)

// `npm run control-plane -- up|down|status [name]`: a local cluster that stays when the command has ended.
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { withLock } from '../parts/lock.ts'
import { run } from '../parts/run.ts'
import { runningPrograms, startControlPlane, stopControlPlane } from './control-plane.ts'
import { kubeconfigFile, programs, readRecord } from './control-plane-files.ts'

const usage = `Usage: npm run control-plane -- up|down|status [name]
  up      starts a local Kubernetes cluster that stays, and prints the path of its kubeconfig
  status  tells whether it works; the exit status is 0 when it does and 1 when it does not
  down    ends it and removes its data
The name (polder, unless you give one) tells clusters apart: small letters, digits and dashes.`

const [verb = '', name = 'polder', ...rest] = process.argv.slice(2)
const data = process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share')
const directory = join(process.env.POLDER_DATA_DIR || join(data, 'polder'), 'clusters', name)

const up = () =>
  alone(async () => {
    if ((await trouble()) !== undefined) {
      await stopControlPlane(directory)
      await startControlPlane({ directory, name, stays: true })
    }
    console.log(kubeconfigFile(directory))
    return 0
  })

const down = () =>
  alone(async () => {
    const existed = existsSync(directory)
    await stopControlPlane(directory)
    rmSync(directory, { recursive: true, force: true })
    console.log(existed ? `The cluster ${name} is gone.` : `There is no cluster ${name}.`)
    return 0
  })

const status = async () => {
  const problem = await trouble()
  console.log(problem ?? `The cluster ${name} works. Its kubeconfig:\n${kubeconfigFile(directory)}`)
  return problem === undefined ? 0 : 1
}

/** What keeps the cluster from working, looked at now. */
const trouble = async (): Promise<string | undefined> => {
  const record = readRecord(directory)
  if (!record) return `There is no cluster ${name}.`
  const running = runningPrograms(directory)
  if (running.length === 0) return `The cluster ${name} does not run. "up" starts it again on its data.`
  const ended = programs.filter((program) => !running.includes(program))
  if (ended.length > 0) return `The cluster ${name} is broken: ${ended.join(' and ')} ended. "up" mends it.`
  const answer = await run(record.kubectl, [
    '--kubeconfig',
    kubeconfigFile(directory),
    'get',
    '--raw=/readyz',
    '--request-timeout=5s',
  ]).catch(String)
  return answer === 'ok' ? undefined : `The API server of the cluster ${name} is not ready: ${answer}`
}

// Two at once would start or remove the same cluster.
const alone = <T>(task: () => Promise<T>): Promise<T> => {
  mkdirSync(dirname(directory), { recursive: true, mode: 0o700 })
  return withLock(`${directory}.lock`, () => console.error('Waiting for another such command.'), task)
}

const verbs: Record<string, () => Promise<number>> = { up, down, status }
if (!Object.hasOwn(verbs, verb) || rest.length > 0 || !/^[a-z0-9][a-z0-9-]{0,39}$/.test(name)) {
  console.error(usage)
  process.exit(2)
}

try {
  process.exitCode = await verbs[verb]!()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}

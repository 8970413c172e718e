// From the start of the provider's process to its handshake line, against a Node that does nothing.
import { spawn } from 'node:child_process'
import { installProvider } from '../../examples/local/provider.ts'
import { type Bench, timed } from './measure.ts'

/** As Terraform itself starts a provider (go-plugin's handshake). */
const env = {
  ...process.env,
  TF_PLUGIN_MAGIC_COOKIE: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2',
  PLUGIN_PROTOCOL_VERSIONS: '6',
}

const greeting = (bundle: string) =>
  timed(async () => {
    const child = spawn(process.execPath, [bundle], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise<void>((resolve, reject) => {
      child.stdout.once('data', () => resolve())
      child.once('exit', (code) => reject(new Error(`the provider ended with ${code}, without a handshake`)))
    })
    child.removeAllListeners('exit')
    child.kill('SIGKILL')
  })

const nothing = () =>
  timed(async () => {
    const child = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' })
    await new Promise((resolve) => child.once('exit', resolve))
  })

export const handshake: Bench = async (root) => {
  const { bundle } = await installProvider(root)
  const trial = {
    rows: [{ row: 'provider handshake', unit: 'ms', bar: 2.5 }],
    rounds: 21,
    ours: async () => [await greeting(bundle)],
    floor: async () => [await nothing()],
  }
  return { trials: [trial], stop: async () => {} }
}

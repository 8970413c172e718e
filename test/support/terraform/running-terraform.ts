// A Terraform command that can be interrupted, and whose provider can be killed, while it runs.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { presentTerraform } from '../present.ts'

type Run = { terraform: { folder: string }; settings: NodeJS.ProcessEnv }

/** Starts `terraform <args>` in the project's folder, in a process group of its own, as a terminal does. */
export const startCommand = async ({ terraform, settings }: Run, ...args: string[]) => {
  const program = await presentTerraform('1.11.4')
  const own = Object.entries(process.env).filter(([name]) => !/^(TF_|POLDER_)/.test(name))
  const child = spawn(program, [...args, '-no-color', '-input=false'], {
    cwd: terraform.folder,
    env: { ...Object.fromEntries(own), ...settings, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const keep = (chunk: Buffer) => {
    printed += chunk
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const ended = once(child, 'close')

  return {
    /** Ctrl-C: the whole process group hears it. */
    interrupt: () => process.kill(-child.pid!, 'SIGINT'),
    /** Kills Terraform and its provider at once. */
    kill: () => process.kill(-child.pid!, 'SIGKILL'),
    /** Kills the provider's process as the kernel does when memory is short. */
    killProvider() {
      const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(child.pid)], {
        encoding: 'utf8',
      })
      const provider = children.split('\n').find((line) => line.includes('main.js'))
      if (!provider) throw new Error(`no provider among ${children}`)
      process.kill(Number.parseInt(provider, 10), 'SIGKILL')
    },
    /** Resolves with the exit status, null after a kill, and everything printed. */
    async end() {
      const [status] = await ended
      return { status: status as number | null, printed }
    },
  }
}

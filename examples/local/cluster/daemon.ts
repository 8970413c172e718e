// A process of a local cluster: writes a log, and dies with us unless it is meant to stay.
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Daemon {
  name: string
  pid: number
  log: string
}

/** Starts `command` with its output appended to `log`. With `stays` it outlives this process. */
export const startDaemon = (
  command: string,
  args: string[],
  { log, stays }: { log: string; stays: boolean },
): Promise<Daemon> => {
  const output = openSync(log, 'a')
  // A group of its own, so that Ctrl-C reaches us alone and we stop the processes in their order.
  const child = spawn(command, args, { detached: true, stdio: ['ignore', output, output] })
  closeSync(output)
  child.unref()
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('spawn', () => {
      const pid = child.pid!
      if (!stays) {
        const release = killWithUs(pid)
        child.once('exit', release)
      }
      resolve({ name: basename(command), pid, log })
    })
  })
}

// A shell waits on a pipe that only we hold open: it reads its end even when we are killed outright.
const killWithUs = (pid: number): (() => void) => {
  const script = 'read -r line; kill -KILL "$1" 2>/dev/null'
  const guard = spawn('/bin/sh', ['-c', script, 'sh', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.unref()
  guard.stdin.on('error', () => {})
  ;(guard.stdin as unknown as { unref(): void }).unref()
  return () => guard.kill('SIGKILL')
}

/** Whether `pid` is a running process whose command line contains `mark`: pids are used again. */
export const isRunning = (pid: number, mark: string) => !hasEnded(pid) && commandLine(pid).includes(mark)

const hasEnded = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    // Linux keeps the first thread of a process that ended until its parent asks, and the others while they
    // still close what they share, such as ports.
    const isZombie = / Z \d/.test(readFileSync(`/proc/${pid}/stat`, 'utf8').split(')').at(-1)!)
    return isZombie && readdirSync(`/proc/${pid}/task`).length === 1
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException
    return syscall === 'kill' ? code === 'ESRCH' : existsSync('/proc/self/stat')
  }
}

const commandLine = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).stdout?.toString() ?? ''
  }
}

/**
 * Asks the process to end, and kills it when it has not after `patience` ms: an API server would wait a minute
 * for those who watch it, and there is nothing to lose.
 */
export const stopDaemon = async (
  pid: number,
  mark: string,
  signal: NodeJS.Signals = 'SIGTERM',
  patience = 2000,
) => {
  const deadline = Date.now() + patience
  if (!isRunning(pid, mark)) return
  kill(pid, signal)
  while (!hasEnded(pid)) {
    if (Date.now() > deadline) kill(pid, 'SIGKILL')
    await sleep(20)
  }
}

const kill = (pid: number, signal: NodeJS.Signals) => {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended in between.
  }
}

/** Polls `ready` until it holds; fails with the end of a log when one of `daemons` dies or time runs out. */
export const waitFor = async (ready: () => Promise<boolean>, daemons: Daemon[], seconds = 60) => {
  const deadline = Date.now() + seconds * 1000
  // A server that lost its database accepts connections and answers none: the dead are looked for meanwhile.
  while (!(await Promise.race([ready(), sleep(500, false, { ref: false })]))) {
    const ended = daemons.find(({ pid }) => hasEnded(pid))
    if (ended) throw new Error(`${ended.name} ended instead of starting.\n${tail(ended.log)}`)
    const { name, log } = daemons.at(-1)!
    if (Date.now() > deadline) throw new Error(`${name} is not ready after ${seconds} s.\n${tail(log)}`)
    await sleep(50)
  }
}

const tail = (log: string): string => {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-12)
  return `The end of ${log}:\n${lines.map((line) => `  ${line}`).join('\n')}`
}

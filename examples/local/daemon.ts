// A process of a local cluster: writes a log, and dies with us unless it is meant to stay.
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Daemon {
  pid: number
  log: string
}

/** Starts `command` with its output appended to `log`. With `stays` it outlives this process. */
export function startDaemon(
  command: string,
  args: string[],
  { log, stays }: { log: string; stays: boolean },
): Promise<Daemon> {
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
      resolve({ pid, log })
    })
  })
}

// A shell waits on a pipe that only we hold open: it reads its end even when we are killed outright.
function killWithUs(pid: number): () => void {
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
export function isRunning(pid: number, mark: string): boolean {
  if (pid === 0) return false
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  return commandLine(pid).includes(mark)
}

function commandLine(pid: number): string {
  // Empty for a process that ended and that nobody has waited for yet.
  if (existsSync('/proc/self/cmdline')) {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    } catch {
      return ''
    }
  }
  return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).stdout.toString()
}

/** Asks the process to end, and kills it when it has not after `patience` ms. */
export async function stopDaemon(
  pid: number,
  mark: string,
  signal: NodeJS.Signals = 'SIGTERM',
  patience = 10_000,
) {
  const deadline = Date.now() + patience
  if (isRunning(pid, mark)) kill(pid, signal)
  while (isRunning(pid, mark)) {
    if (Date.now() > deadline) kill(pid, 'SIGKILL')
    await sleep(20)
  }
}

function kill(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended in between.
  }
}

/** Polls `ready` until it holds; fails with the end of the log when the process dies or time runs out. */
export async function waitFor(ready: () => Promise<boolean>, daemon: Daemon, mark: string, seconds = 60) {
  const deadline = Date.now() + seconds * 1000
  while (!(await ready())) {
    const name = basename(daemon.log, '.log')
    if (!isRunning(daemon.pid, mark))
      throw new Error(`${name} ended instead of starting.\n${tail(daemon.log)}`)
    if (Date.now() > deadline)
      throw new Error(`${name} is not ready after ${seconds} s.\n${tail(daemon.log)}`)
    await sleep(50)
  }
}

function tail(log: string): string {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-12)
  return `The end of ${log}:\n${lines.map((line) => `  ${line}`).join('\n')}`
}

// What is done once this process has ended, however it ended: mocha runs no hook when a process is done with its files.
import { spawn } from 'node:child_process'

/** Runs a script of the shell, with `args` as `$1` and on, as soon as this process is gone. */
export const afterUs = (script: string, ...args: string[]) => {
  // A shell waits on a pipe that only we hold open: it reads its end even when we are killed outright.
  const shell = spawn('/bin/sh', ['-c', `read -r line; ${script}`, 'sh', ...args], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  shell.unref()
  ;(shell.stdin as unknown as { unref(): void }).unref()
}

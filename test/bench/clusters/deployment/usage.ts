// What a process has used, as Linux tells.
import { readFileSync } from 'node:fs'

const ticksPerSecond = 100

/** Milliseconds of processor time so far, in steps of 10. */
export const processorMs = (pid: number) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond
}

/** Megabytes of memory that the process has resident. */
export const residentMegabytes = (pid: number) =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024

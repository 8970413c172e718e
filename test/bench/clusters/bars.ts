// Every row about clusters and its bar: the greatest ratio to the floor of the same run, the greatest value, or both.

export type Bar = {
  row: string
  unit: 'ms' | 'requests' | 'MB'
  /** What the floor is. */
  floor?: string
  ratio?: number
  /** A busy machine may exceed it where there is a ratio, which then decides. */
  most?: number
}

const edit = 'the same edit by a bare client, until a watch shows it'

export const bars = {
  cold: {
    row: 'cold convergence',
    unit: 'ms',
    floor: 'the same objects by raw POSTs, ten at a time',
    ratio: 1.2,
  },
  addedAt0: { row: '100 more organizations', unit: 'ms', floor: '100 on a fresh provider', ratio: 1.2 },
  addedAt50: {
    row: '100 more organizations at 50 ms',
    unit: 'ms',
    floor: '100 on a fresh provider',
    ratio: 1.2,
  },
  resync: { row: 'resync without drift, processor', unit: 'ms', floor: 'cold convergence', ratio: 0.03 },
  resyncWrites: { row: 'resync without drift, writes', unit: 'requests', most: 0 },
  delay99: {
    row: 'event loop in a resync, p99',
    unit: 'ms',
    floor: 'the same without a resync',
    ratio: 3,
    most: 50,
  },
  delayMost: {
    row: 'event loop in a resync, max',
    unit: 'ms',
    floor: 'the same without a resync',
    ratio: 3,
    most: 200,
  },
  drift50: { row: 'drift repair, p50', unit: 'ms', floor: edit, ratio: 3, most: 15 },
  drift99: { row: 'drift repair, p99', unit: 'ms', floor: edit, ratio: 3, most: 100 },
  driftCut99: { row: 'drift repair, streams cut at 45 s, p99', unit: 'ms', most: 1000 },
  change50: { row: 'one change in the cluster, p50', unit: 'ms', floor: edit },
  change99: { row: 'one change in the cluster, p99', unit: 'ms', floor: edit, ratio: 3, most: 300 },
  changeRequests: { row: 'one change, requests', unit: 'requests', most: 4 },
  changeLists: { row: 'one change, lists', unit: 'requests', most: 0 },
  changeSize: { row: 'one change, p50', unit: 'ms', floor: 'among 100 organizations', ratio: 1.2 },
  description: { row: 'description, cluster requests', unit: 'requests', most: 0 },
  description99: { row: 'description, p99', unit: 'ms', floor: 'without clusters', ratio: 2 },
  dead: { row: '19 providers beside a dead one', unit: 'ms', floor: '19 providers', ratio: 1.1 },
  refused: { row: 'converged after 20 s of refused connections', unit: 'ms', most: 5000 },
  silent: { row: 'converged after 60 s of silence', unit: 'ms', most: 5000 },
  longDown: { row: 'converged after 120 s of no API server', unit: 'ms', most: 15_000 },
  idleMemory: { row: 'memory, idle', unit: 'MB', most: 200 },
  fleetMemory: { row: 'memory, all organizations on two providers', unit: 'MB', most: 300 },
  killed: { row: 'take-over after SIGKILL', unit: 'ms', most: 22_000 },
  terminated: { row: 'take-over after SIGTERM', unit: 'ms', most: 1000 },
  stoppedWrites: { row: 'cluster writes after SIGSTOP of 60 s', unit: 'requests', most: 0 },
  stoppedStatus: { row: 'status writes of the old one after SIGSTOP', unit: 'requests', most: 0 },
  across99: { row: 'one change through another replica, p99', unit: 'ms', floor: edit, ratio: 3, most: 300 },
  acrossDeaf: { row: 'the same without notifications, max', unit: 'ms', most: 11_000 },
} as const satisfies Record<string, Bar>

export type BarName = keyof typeof bars

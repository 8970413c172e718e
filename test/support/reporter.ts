// Mocha's spec report with where the time went, and a closing line that other programs can read: `N passed, N failed`.
import type { ChildProcess } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import { relative } from 'node:path'
import Mocha from 'mocha'

type Ended = { file?: string; duration?: number }

export default class Reporter extends Mocha.reporters.Spec {
  readonly #milliseconds = new Map<string, number>()
  /** Processes of tests that ended by an error, less those whose file failed by that. */
  #lost = 0
  #told = false

  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options)
    const add = ({ file = '', duration = 0 }: Ended) =>
      this.#milliseconds.set(file, (this.#milliseconds.get(file) ?? 0) + duration)
    runner.on('test end', add).on('hook end', add)
    if (options.parallel) this.#watch(runner)
  }

  // Of a process that breaks off mocha says which file it was at to nobody; between two files it says nothing at all.
  #watch(runner: Mocha.Runner) {
    runner.prependListener('fail', (test, { file }: Error & Ended) => {
      if (!file) return
      test.title = `${relative('', file)} was broken off`
      this.#lost -= 1
    })
    subscribe('child_process', (message) => {
      const { process: child } = message as { process: ChildProcess }
      child.once('exit', (code) => {
        if (code) this.#lost += 1
      })
    })
    process.once('exit', () => {
      if (this.#told && this.#lost <= 0) return
      console.error('The tests were broken off between two files: what is above is not all of them.')
      process.exitCode = 1
    })
  }

  override epilogue() {
    super.epilogue()
    const slowest = [...this.#milliseconds].toSorted(([, a], [, b]) => b - a)
    for (const [file, milliseconds] of slowest.slice(0, 25))
      if (milliseconds > 5_000)
        console.log(`${(milliseconds / 1000).toFixed(0).padStart(5)} s  ${relative('', file)}`)
    console.log(`${this.stats.passes} passed, ${this.stats.failures + Math.max(this.#lost, 0)} failed`)
    this.#told = true
  }
}

// Mocha's spec report with where the time went, and a closing line that other programs can read: `N passed, N failed`.
import { relative } from 'node:path'
import Mocha from 'mocha'

type Ended = { file?: string; duration?: number }

export default class Reporter extends Mocha.reporters.Spec {
  readonly #milliseconds = new Map<string, number>()
  #told = false

  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options)
    const add = ({ file = '', duration = 0 }: Ended) =>
      this.#milliseconds.set(file, (this.#milliseconds.get(file) ?? 0) + duration)
    runner.on('test end', add).on('hook end', add)
    // A process that breaks off is no test; mocha knows which file it was at, and does not say.
    runner.prependListener('fail', (test, { file }: Error & Ended) => {
      if (file) test.title = `${relative('', file)} was broken off`
    })
    // Mocha ends in silence, with status 0, when a process breaks off between two files.
    process.once('exit', () => {
      if (this.#told) return
      console.error('The tests were broken off: what is above is not all of them.')
      process.exitCode = 1
    })
  }

  override epilogue() {
    super.epilogue()
    const slowest = [...this.#milliseconds].toSorted(([, a], [, b]) => b - a)
    for (const [file, milliseconds] of slowest.slice(0, 25))
      if (milliseconds > 5_000)
        console.log(`${(milliseconds / 1000).toFixed(0).padStart(5)} s  ${relative('', file)}`)
    console.log(`${this.stats.passes} passed, ${this.stats.failures} failed`)
    this.#told = true
  }
}

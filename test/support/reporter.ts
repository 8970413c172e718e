// Mocha's spec report with a closing line that other programs can read: `N passed, N failed`.
import Mocha from 'mocha'

export default class Reporter extends Mocha.reporters.Spec {
  override epilogue() {
    super.epilogue()
    console.log(`${this.stats.passes} passed, ${this.stats.failures} failed`)
  }
}

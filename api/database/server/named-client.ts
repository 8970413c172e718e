// A connection that survives its own end, and names each statement after its text, so that PostgreSQL plans the statement once.
import { createHash } from 'node:crypto'
import pg from 'pg'

const names = new Map<string, string>()
/** PostgreSQL keeps every named statement; filters combine into more texts than are worth that. */
const most = 500

const nameOf = (text: string) => {
  const known = names.get(text)
  if (known || names.size >= most) return known
  const name = createHash('sha256').update(text).digest('base64url')
  names.set(text, name)
  return name
}

/** Statements without a list of values go unnamed: those are migrations, BEGIN and COMMIT. */
export class NamedClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    // Without a listener, a connection that ends while nobody asks it anything ends the process. Whoever asks next is told.
    this.on('error', () => {})
  }

  /**
   * Storage does not seek any more. With the default of 4, PostgreSQL fetches and sorts all that is in an organization
   * where the index of its key has the rows in order.
   */
  async #begin() {
    await super.connect()
    await super.query('set random_page_cost = 1.1')
  }

  // biome-ignore lint/suspicious/noExplicitAny: pg declares a promise and a callback
  override connect(callback?: any): any {
    return callback ? void this.#begin().then(() => callback(), callback) : this.#begin()
  }

  // biome-ignore lint/suspicious/noExplicitAny: pg declares a dozen overloads
  override query(text: any, values?: any, callback?: any): any {
    return typeof text === 'string' && Array.isArray(values)
      ? super.query({ name: nameOf(text), text, values }, callback)
      : super.query(text, values, callback)
  }
}

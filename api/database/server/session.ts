// The interface to the database: statements, within a transaction or alone.

export type Session = {
  /** Rows of one statement. */
  query<T = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<T[]>
  /** How many rows one statement touched. */
  run(text: string, values?: readonly unknown[]): Promise<number>
}

// SQL of one condition, as JSON, and of the words that several are made of.

type Condition = {
  status: 'True' | 'False' | 'Unknown'
  /** These four are SQL. */
  reason: string
  message: string
  since: string
  generation: string
}

/** Of every noun that clusters hold, the condition `Synced`; its message is cut to what the schema allows. */
export const synced = ({ status, reason, message, since, generation }: Condition) =>
  `jsonb_build_object('type', 'Synced', 'status', '${status}', 'reason', ${reason},
    'message', left(${message}, 500), 'last_transition_time', ${since}, 'observed_generation', ${generation})`

export const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** A time as conditions hold it (RFC 3339, UTC). */
export const rfc3339 = (column: string) =>
  `to_char((${column}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** The first five of an ordered array of names: `a, b, c, d, e …`. */
export const names = (array: string) =>
  `array_to_string((${array})[1:5], ', ') || case when cardinality(${array}) > 5 then ' …' else '' end`

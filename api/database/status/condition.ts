// A condition as it is stored and answered.

export type Condition = {
  type: string
  status: 'True' | 'False' | 'Unknown'
  /** One CamelCase word. */
  reason: string
  /** What happened, since when, and what happens next. */
  message: string
  last_transition_time: string
  observed_generation: number
}

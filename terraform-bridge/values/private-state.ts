// Reads and writes the private state, which the provider keeps beside the state of an object.

/** A referenced object: its id, and the name it had when last seen. A built-in name is both. */
export interface Pair {
  readonly id: string
  readonly name: string
}

export interface Private {
  /** The uid of the deployment that the object is in (S25). */
  readonly deployment?: string
  /** Set when a POST created the object. Every refresh confirms it (S9): taking this back would be a change of the state. */
  readonly created?: true
  /** By attribute. */
  readonly references?: Readonly<Record<string, readonly Pair[]>>
  /** Within one plan: the id of the object, which the second half of a replacement is not told otherwise. */
  readonly id?: string
  /** From plan to apply: what references will stand for, as far as it is known. */
  readonly planned?: Private['references']
  /** From plan to apply: the attributes that an update writes. */
  readonly write?: readonly string[]
  /** By attribute of a singleton, the id that was there before it was adopted; null if nothing was. */
  readonly restore?: Readonly<Record<string, string | null>>
  /** Attributes whose value an import has read and no configuration has set since: null goes on keeping them. */
  readonly imported?: readonly string[]
  /** Set when a destroy ran out of time: the object is on its way out, but not gone. */
  readonly deleting?: true
}

export const privateIn = (bytes: Uint8Array): Private =>
  bytes.length === 0 ? {} : JSON.parse(Buffer.from(bytes).toString())

export const privateMessage = (it: Private): Buffer => Buffer.from(JSON.stringify(it))

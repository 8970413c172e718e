// What an organization may use at most: the limits of a quota, and of a provider's default one.
import { canonical } from './equality.ts'
import { integer, object, optional, quantity } from './vocabulary.ts'

export const limits = object({
  cpu: optional(quantity(), { description: 'CPU cores, such as `16` or `500m`.' }),
  memory: optional(quantity(), { description: 'Bytes of memory, such as `64Gi`.' }),
  storage: optional(quantity(), { description: 'Bytes of volumes, such as `1Ti`.' }),
  gpu: optional(quantity(), {
    description: 'Number of GPUs, a whole number.',
    refuse: (it: string) =>
      /[.]/.test(String(canonical(quantity(), it))) ? 'Give a whole number of GPUs, such as `4`.' : undefined,
  }),
  workspaces: optional(integer({ min: 0, max: 1_000_000 }), { description: 'Number of workspaces.' }),
})

/** Limits that limit nothing; `instead` ends the sentence about what to do. */
export const refuseNoLimit = (instead: string) => (them: object) =>
  Object.values(them).some((limit) => limit !== null && limit !== undefined)
    ? undefined
    : `Set at least one of cpu, memory, storage, gpu and workspaces, or ${instead}.`

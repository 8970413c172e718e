// Multiplies a quantity, exactly.
import { billionths, decimal } from '../../../schemas/quantity.ts'

export const times = (amount: string, ratio: number | string) =>
  decimal((billionths(amount) as bigint) * BigInt(ratio))

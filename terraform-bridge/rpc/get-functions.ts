// GetFunctions: there are none.
import type { Response } from '../protocol/methods.ts'

export const getFunctions = (): Response<'getFunctions'> => ({})

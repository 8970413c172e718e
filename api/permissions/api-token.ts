// Tokens as permission sees them: each is its user's own.
import type { Noun } from './grant.ts'

export const apiToken: Noun = { name: 'api_token', plural: 'tokens', owner: 'user' }

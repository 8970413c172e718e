// Spells a name as words: `org_quota` becomes `org quota`.
export const spaced = (name: string) => name.replaceAll('_', ' ')

// A text as PostgreSQL stores it, whatever a cluster says: without NUL, and cut in the middle of no character.

export const storable = (text: string) => text.replaceAll('\0', '').toWellFormed()

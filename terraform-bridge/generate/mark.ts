// The comment that marks generated files.
export const mark = 'Generated from schemas/ by `npm run generate`. Edit those instead.'

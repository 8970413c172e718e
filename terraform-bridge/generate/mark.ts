// What generated files say of themselves, so that nobody edits one.
export const mark = 'Generated from schemas/ by `npm run generate`. Edit those instead.'

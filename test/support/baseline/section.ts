// What of the baseline a migration made: its file and its SQL, word for word.
export const section = ({ file, sql }: { file: string; sql: string }) => `-- ${file}${sql}`

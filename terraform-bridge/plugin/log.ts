// The log: JSON lines on stderr, in the one form that core reads without harm.
import { writeSync } from 'node:fs'
import { format } from 'node:util'

const levels = ['trace', 'debug', 'info', 'warn', 'error'] as const

export type Level = (typeof levels)[number]
type Fields = Readonly<Record<string, string | number | boolean | undefined>>
export type Log = (level: Level, message: string, fields?: Fields) => void

/** Silent unless TF_LOG_PROVIDER, or else TF_LOG, asks for a level; as in core, JSON and unknown words mean trace. */
export const openLog = (
  environment: NodeJS.ProcessEnv,
  write = toStderr,
  now: () => Date = () => new Date(),
): Log => {
  const asked = (environment.TF_LOG_PROVIDER || environment.TF_LOG || 'off').toLowerCase()
  if (asked === 'off') return () => {}
  const least = Math.max(0, levels.indexOf(asked as Level))
  return (level, message, fields) => {
    if (levels.indexOf(level) >= least) write(logLine(level, message, fields, now()))
  }
}

// go-plugin asserts that these four are strings and dies otherwise; it reads exactly six fractional digits.
const logLine = (level: Level, message: string, fields: Fields | undefined, now: Date): string => {
  const entry = {
    ...fields,
    '@level': level,
    '@message': String(message),
    '@module': 'provider.polder',
    '@timestamp': now.toISOString().replace('Z', '000Z'),
  }
  return `${JSON.stringify(entry)}\n`
}

/** Leads everything that would be written to stdout elsewhere: after the handshake, stdout belongs to nobody. */
export const redirectConsole = (log: Log): void => {
  const to =
    (level: Level) =>
    (...parts: unknown[]): void =>
      log(level, format(...parts))
  Object.assign(console, {
    trace: to('trace'),
    debug: to('debug'),
    log: to('info'),
    info: to('info'),
    warn: to('warn'),
    error: to('error'),
  })
  Object.defineProperty(process, 'stdout', { get: () => process.stderr, configurable: true })
}

/** Says why the process dies in the words by which core recognises a crash and shows it to the user. */
export const panicText = (reason: unknown): string => {
  const stack = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)
  return `panic: ${stack}\n\ngoroutine 1 [running]:\n`
}

export const toStderr = (text: string): void => {
  try {
    writeSync(2, text)
  } catch {
    // A full or closed pipe: losing a line is better than losing the provider.
  }
}

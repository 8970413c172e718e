// The log: one JSON object per line, with secrets redacted.
import { type DestinationStream, type Logger, pino } from 'pino'

const secrets = ['token', 'client_key', 'authorization', 'Authorization', 'password', 'parameters']

/** `level` as POLDER_LOG_LEVEL has it; lines go to standard output unless told. */
export const openLog = (level: string, to?: DestinationStream): Logger =>
  pino(
    { level, redact: { paths: secrets.flatMap((it) => [it, `*.${it}`, `*.*.${it}`]), censor: '[secret]' } },
    to ?? pino.destination(1),
  )

import pino, { type Logger } from 'pino'
import { env } from '@/env'

/** Keys whose values never reach a log line, at the top of an entry and one or two levels inside. */
const SECRET_KEYS = ['email', 'doorEmail', 'recipient', 'token', 'sessionToken', 'cookie', 'authorization', 'password']

const redacted = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]).concat(['*["set-cookie"]'])

/** JSON lines on standard output. */
export const logger: Logger = pino({
  level: env().LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: { paths: redacted, censor: '[removed]' },
})

/** A logger whose lines all carry the id that the person's error page shows. */
export function requestLogger(requestId: string): Logger {
  return logger.child({ requestId })
}

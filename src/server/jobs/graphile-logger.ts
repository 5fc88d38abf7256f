import { Logger, type LogLevel } from 'graphile-worker'
import { logger } from '@/server/lib/logger'

/** The queue's own messages as lines of the log; 'job added' and the like only when debugging. */
export const graphileLogger = new Logger(() => (level: `${LogLevel}`, message) => {
  const line = { part: 'jobs' }
  if (level === 'error') logger.error(line, message)
  else if (level === 'warning') logger.warn(line, message)
  else logger.debug(line, message)
})

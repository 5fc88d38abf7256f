import type { NextRequest } from 'next/server'
import { cachedAnswer, etagOf } from '@/app/_lib/cached-answer'

interface File {
  readonly body: string
  readonly fileName: string
}

/** How long a cache may go on with what it has, in seconds: somebody may be about to leave home. */
const MAX_AGE = 300

/** `attachment`: to be added once. `inline`: to be asked for again and again. */
export function calendarHeaders({ fileName }: File, disposition: 'attachment' | 'inline') {
  return {
    'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
    'Content-Disposition': `${disposition}; filename="${fileName}.ics"`,
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
  }
}

/** A calendar that anybody may read. */
export function publicCalendar(request: NextRequest, file: File, disposition: 'attachment' | 'inline') {
  return cachedAnswer(request, {
    etag: etagOf(file.body),
    maxAge: MAX_AGE,
    headers: calendarHeaders(file, disposition),
    body: () => file.body,
  })
}

import { createHash } from 'node:crypto'
import type { NextRequest } from 'next/server'

/** A strong entity tag of these bytes. */
export function etagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url')}"`
}

/** Whether the client's copy is still the present one (RFC 9110, 13.1.2: compared weakly). */
function isFresh(request: NextRequest, etag: string): boolean {
  const tags = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes('*') || tags.includes(etag)
}

/**
 * Answers with what may be kept by any cache for `maxAge` seconds, and 304 without drawing up the body when
 * the client has it already. What is said is public and depends on the reader's language alone.
 */
export async function cachedAnswer(
  request: NextRequest,
  answer: {
    readonly etag: string
    readonly maxAge: number
    readonly headers: Readonly<Record<string, string>>
    readonly body: () => Promise<BodyInit> | BodyInit
  },
): Promise<Response> {
  const caching = {
    ETag: answer.etag,
    'Cache-Control': `public, max-age=${String(answer.maxAge)}, must-revalidate`,
    Vary: 'Accept-Language',
  }
  if (isFresh(request, answer.etag)) return new Response(null, { status: 304, headers: caching })
  return new Response(await answer.body(), { headers: { ...answer.headers, ...caching } })
}

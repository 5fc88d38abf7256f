import type { NextRequest } from 'next/server'
import { cachedAnswer } from '@/app/_lib/cached-answer'
import { cardVersion, type CardFacts } from '@/server/lib/share-card/card-facts'
import { drawCard } from '@/server/lib/share-card/draw-card'

/** How long a picture may be kept, in seconds; its address changes with what it says. */
const MAX_AGE = 3600

/** The picture for sharing; drawn only when the client does not have it. */
export function cardAnswer(request: NextRequest, facts: CardFacts): Promise<Response> {
  return cachedAnswer(request, {
    etag: `"${cardVersion(facts)}"`,
    maxAge: MAX_AGE,
    headers: { 'Content-Type': 'image/png', 'X-Content-Type-Options': 'nosniff' },
    body: () => drawCard(facts),
  })
}

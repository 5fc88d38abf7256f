import { usualStart } from '@/domain/circles/circle-time'
import { proposeCircles } from '@/domain/circles/propose-circles'
import type { Prisma } from '@/generated/prisma/client'
import { textOf, type Locale } from '@/text/translator'
import { loadCircleInput } from '../circle/load-circle-input'
import { writeCircle } from '../circle/open-circle'

/** How many of the invited have joined already: there is room left to see what joining is like. */
const JOINED = 3

/** Opens a circle tonight about the best topic there is, which some have joined. */
export async function writeDemoCircle(
  tx: Prisma.TransactionClient,
  { eventId, ownerId, now, locale }: { eventId: string; ownerId: string; now: Date; locale: Locale },
): Promise<void> {
  const startsAt = usualStart(now)
  const [best] = proposeCircles(await loadCircleInput(tx, { eventId, startsAt }))
  if (!best) return
  const place = textOf(locale, 'demo')('circlePlace')
  const { circleId, invited } = await writeCircle(tx, { eventId, topic: best.slug, startsAt, place, openedById: ownerId, now, locale })
  await tx.circleInvitation.updateMany({
    where: { circleId, userId: { in: invited.slice(0, JOINED) } },
    data: { answer: 'JOINED', answeredAt: now },
  })
}

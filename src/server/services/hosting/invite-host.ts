import { DomainError } from '@/domain/errors'
import { cleanLine } from '@/domain/text'
import { inTransaction, type Db } from '@/server/db/client'
import { eventsWhereMay } from '@/server/db/scopes'
import { drawQr, type QrDrawing } from '@/server/lib/qr'
import { hashToken, newId, randomText } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'

/** More hosts than any door has; revoked invitations do not count. */
export const MOST_GRANTS = 50
/** Characters of the link's token: 126 bits. */
const TOKEN_LENGTH = 26
/** The longest label, in code points. */
const LABEL_MAX = 80

/** A link that makes whoever opens it first a host for the night. It can be shown this once only. */
export interface HostLink {
  readonly label: string
  readonly url: string
  readonly qr: QrDrawing
}

interface Asked {
  readonly eventId: string
  /** The organizer. */
  readonly userId: string
  readonly publicUrl: string
  readonly now: Date
  readonly locale: Locale
}

function newLink(publicUrl: string) {
  const token = randomText(TOKEN_LENGTH)
  const url = `${publicUrl}/host/${token}`
  return { url, qr: drawQr(url), tokenHash: hashToken(token) }
}

/** The events to whose door this organizer may still invite somebody. */
const openFor = ({ eventId, userId, now }: Asked) => ({
  id: eventId,
  status: 'SCHEDULED' as const,
  endsAt: { gte: now },
  ...eventsWhereMay('inviteHosts', userId, now),
})

/**
 * Makes an invitation to host one event. The label is the organizer's own note of whom it is for.
 * @throws DomainError CONFLICT when the event is over or called off, TOO_MANY at {@link MOST_GRANTS}.
 */
export async function inviteHost(db: Db, asked: Asked & { readonly label: string }): Promise<HostLink> {
  const t = textOf(asked.locale, 'hosting')
  const label = cleanLine(asked.label, LABEL_MAX)
  const { tokenHash, ...link } = newLink(asked.publicUrl)
  await inTransaction(db, async (tx) => {
    // So that two organizers at once count one after the other; a check-in, which only refers to it, does not wait.
    await tx.$queryRaw`SELECT id FROM event WHERE id = ${asked.eventId} FOR NO KEY UPDATE`
    if ((await tx.event.count({ where: openFor(asked) })) === 0) throw new DomainError('CONFLICT', t('noDoor'))
    const standing = await tx.doorGrant.count({ where: { eventId: asked.eventId, revokedAt: null } })
    if (standing >= MOST_GRANTS) throw new DomainError('TOO_MANY', t('tooMany', { most: MOST_GRANTS }))
    await tx.doorGrant.create({
      data: {
        id: newId('doorGrant'),
        eventId: asked.eventId,
        label,
        tokenHash,
        createdById: asked.userId,
        createdAt: asked.now,
      },
    })
  })
  return { label, ...link }
}

/**
 * Another link for an invitation that nobody has taken yet; the lost one opens nothing any more.
 * @throws DomainError CONFLICT when it was taken or revoked meanwhile, or the event is over.
 */
export async function renewInvitation(db: Db, asked: Asked & { readonly grantId: string }): Promise<HostLink> {
  const { tokenHash, ...link } = newLink(asked.publicUrl)
  const where = { id: asked.grantId, userId: null, revokedAt: null, event: openFor(asked) }
  const { count } = await db.doorGrant.updateMany({ where, data: { tokenHash } })
  if (count === 0) throw new DomainError('CONFLICT', textOf(asked.locale, 'hosting')('notWaiting'))
  const { label } = await db.doorGrant.findUniqueOrThrow({ where: { id: asked.grantId }, select: { label: true } })
  return { label, ...link }
}

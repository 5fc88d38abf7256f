import { invitationState } from '@/domain/check-in/host-invitation'
import { DomainError } from '@/domain/errors'
import type { Db } from '@/server/db/client'
import { hashToken } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'

interface Asked {
  readonly token: string
  /** Who opens it; null when nobody is signed in. */
  readonly userId: string | null
  readonly now: Date
  readonly locale: Locale
}

/**
 * The invitation of a host's link, for as long as it opens something to this person. Reading it changes
 * nothing: mail scanners and previews open links too.
 * @throws DomainError NOT_FOUND for a link that is not ours or was replaced, CONFLICT when somebody else
 *   has used it, GONE when it was revoked or its event is over or called off; a sentence each.
 */
export async function openInvitation(db: Db, { token, userId, now, locale }: Asked) {
  const t = textOf(locale, 'hostLink')
  const grant = await db.doorGrant.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      id: true,
      userId: true,
      revokedAt: true,
      event: {
        select: {
          id: true,
          name: true,
          startsAt: true,
          endsAt: true,
          timeZone: true,
          status: true,
          venueName: true,
          community: { select: { name: true } },
        },
      },
    },
  })
  if (!grant) throw new DomainError('NOT_FOUND', t('UNKNOWN'))
  const state = invitationState(grant, userId, now)
  if (state === 'USED') throw new DomainError('CONFLICT', t('USED'))
  if (state !== 'FREE' && state !== 'YOURS') throw new DomainError('GONE', t(state))
  const { community, status: _scheduled, ...event } = grant.event
  return { grantId: grant.id, yours: state === 'YOURS', event: { ...event, communityName: community.name } }
}

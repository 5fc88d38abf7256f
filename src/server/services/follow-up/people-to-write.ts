import type { z } from 'zod'
import type { Db } from '@/server/db/client'
import type { personToWrite } from '@/server/email/templates/parts'
import type { Locale } from '@/text/translator'
import { reasonsInWords } from '../suggestion/stored-words'
import { eveningDraft } from './draft-words'
import { FOLLOW_UP_ACTIONS, followUpToken, type LinkSubject } from './follow-up-token'
import { ofEvening } from './of-evening'

export type PersonInMail = z.input<typeof personToWrite>

interface Linking {
  readonly secret: string
  readonly publicUrl: string
  readonly ownerId: string
  readonly now: Date
  readonly locale: Locale
}

/** The three links that act on a prompt or a contact. */
export function actionUrls({ secret, publicUrl, ownerId, now }: Linking, subject: LinkSubject) {
  const [doneUrl = '', laterUrl = '', notNeededUrl = ''] = FOLLOW_UP_ACTIONS.map(
    (action) => `${publicUrl}/follow-up/${followUpToken(secret, { ...subject, ownerId, action }, now)}`,
  )
  return { doneUrl, laterUrl, notNeededUrl }
}

/** Reasons that say what one offered or asked of the other. */
const GIVE_AND_ASK: ReadonlySet<unknown> = new Set(['theirOfferMatchesYourAsk', 'yourOfferMatchesTheirAsk'])

/** Of stored reasons those with one of these codes, as sentences. */
export function reasonsAmong(stored: unknown, codes: ReadonlySet<unknown>, locale: Locale): string[] {
  const reasons: unknown[] = Array.isArray(stored) ? stored : []
  return reasonsInWords(
    reasons.filter((one) => typeof one === 'object' && one !== null && 'code' in one && codes.has(one.code)),
    locale,
  )
}

const suggestedTo = ofEvening(
  (db, eventId, userIds) =>
    db.suggestion.findMany({ where: { eventId, userId: { in: userIds } }, select: { userId: true, otherId: true, reasons: true } }),
  ({ userId }) => [userId],
)

const openPromptsOf = ofEvening(
  (db, eventId, userIds) =>
    db.followUp.findMany({
      where: { ownerId: { in: userIds }, eventId, state: 'OPEN' },
      select: {
        id: true,
        ownerId: true,
        draft: true,
        contact: {
          select: {
            name: true,
            userId: true,
            interactions: {
              where: { meeting: { eventId } },
              select: { note: true, at: true, myPromise: true, theirPromise: true, myPromiseKeptAt: true, theirPromiseKeptAt: true },
            },
          },
        },
      },
    }),
  ({ ownerId }) => [ownerId],
)

/** Open prompts of this evening, in the order in which the people were met; nobody who is hidden. */
export async function loadOpenOfEvening(db: Db, eventId: string, hidden: ReadonlySet<string>, linking: Linking): Promise<PersonInMail[]> {
  const { ownerId, locale } = linking
  const [rows, suggestions] = await Promise.all([
    openPromptsOf(db, { userId: ownerId, eventId }),
    suggestedTo(db, { userId: ownerId, eventId }),
  ])
  // What one offered or asked of the other, by the other's id.
  const giveAndAsk = new Map(suggestions.map(({ otherId, reasons }) => [otherId, reasonsAmong(reasons, GIVE_AND_ASK, locale)]))
  const at = (row: (typeof rows)[number]) => row.contact.interactions[0]?.at.getTime() ?? 0
  return rows
    .filter(({ contact }) => contact.userId === null || !hidden.has(contact.userId))
    .sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1))
    .map(({ id, draft, contact: { name, userId, interactions } }) => {
      const [met] = interactions
      const promised = {
        myPromise: met && !met.myPromiseKeptAt ? met.myPromise : '',
        theirPromise: met && !met.theirPromiseKeptAt ? met.theirPromise : '',
      }
      return {
        name,
        why: userId === null ? [] : (giveAndAsk.get(userId) ?? []),
        note: met?.note ?? '',
        ...promised,
        draft: eveningDraft(locale, { name, draft, ...promised }),
        ...actionUrls(linking, { followUpId: id }),
      }
    })
}

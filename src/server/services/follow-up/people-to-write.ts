import type { z } from 'zod'
import type { Db } from '@/server/db/client'
import type { personToWrite } from '@/server/email/templates/parts'
import { textOf, type Locale } from '@/text/translator'
import type { Reader } from '../mail/mail-kind'
import { reasonsInWords } from '../suggestion/stored-words'
import { FOLLOW_UP_ACTIONS, followUpToken, type LinkSubject } from './follow-up-token'
import { ofEvening } from './of-evening'

export type PersonInMail = z.input<typeof personToWrite>

/** What is private to its owner of somebody in a mail. */
export type PrivateWords = Pick<PersonInMail, 'note' | 'myPromise' | 'theirPromise' | 'draft'>

interface Linking {
  readonly secret: string
  readonly publicUrl: string
  readonly ownerId: string
  readonly now: Date
  readonly locale: Locale
  readonly reader: Reader
}

/** The three links that act on a prompt or a contact; for the operator they lead nowhere. */
export function actionUrls({ secret, publicUrl, ownerId, now, reader }: Linking, subject: LinkSubject) {
  const [doneUrl = '', laterUrl = '', notNeededUrl = ''] = FOLLOW_UP_ACTIONS.map((action) =>
    reader === 'recipient'
      ? `${publicUrl}/follow-up/${followUpToken(secret, { ...subject, ownerId, action }, now)}`
      : `${publicUrl}/#${'followUpId' in subject ? subject.followUpId : subject.contactId}-${action}`,
  )
  return { doneUrl, laterUrl, notNeededUrl }
}

/** What the owner wrote, for the owner; for the operator only that there is something. */
export function privateWords({ reader, locale }: Pick<Linking, 'reader' | 'locale'>, words: PrivateWords): PrivateWords {
  if (reader === 'recipient') return words
  const t = textOf(locale, 'mail')
  const hide = (text: string, sentence: string) => (text === '' ? '' : sentence)
  return {
    note: hide(words.note, t('person.privateNote')),
    myPromise: hide(words.myPromise, t('person.privatePromise')),
    theirPromise: hide(words.theirPromise, t('person.privatePromise')),
    draft: hide(words.draft, t('person.privateDraft')),
  }
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
      return {
        name,
        why: userId === null ? [] : (giveAndAsk.get(userId) ?? []),
        ...privateWords(linking, {
          note: met?.note ?? '',
          myPromise: met && !met.myPromiseKeptAt ? met.myPromise : '',
          theirPromise: met && !met.theirPromiseKeptAt ? met.theirPromise : '',
          draft,
        }),
        ...actionUrls(linking, { followUpId: id }),
      }
    })
}

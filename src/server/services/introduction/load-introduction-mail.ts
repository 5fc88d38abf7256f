import type { IntroductionMailProps } from '@/server/email/templates/introduction'
import { dayInWords } from '@/text/day-in-words'
import { textOf, type Locale } from '@/text/translator'
import type { ContentDeps, StoredMail } from '../mail/mail-kind'
import { blocksAmong } from '../person/blocks-among'
import { footerCommunity, unsubscribeAddress } from '../person/mail-footer'
import { findIntroductions, isDelivered, isOpen, otherAsShown, sidesFor, trioOf, type OwnSide } from './load-introduction'
import { personToken } from './person-link'
import { storedDetails, type SharedDetail } from './shared-details'

/** What every mail of the kind says below: why, from whom, and how to stop it. */
export async function mailFrame(deps: ContentDeps, mail: { readonly userId: string; readonly recipient: string }) {
  return {
    ...(await footerCommunity(deps.db, mail.userId)),
    unsubscribeUrl: unsubscribeAddress(deps, { ...mail, kind: 'INTRODUCTION' }),
  }
}

/** Details as lines of a mail. */
export function detailLines(details: readonly SharedDetail[], locale: Locale) {
  const t = textOf(locale, 'introduction')
  return details.map(({ kind, value }) => ({ label: t(`detail.${kind}`), value }))
}

type Mail = Pick<StoredMail, 'recipient' | 'userId'> & {
  readonly what: 'PROPOSED' | 'CONNECTED'
  readonly introductionId: string
}

/** The sides, while the mail is still true: the reader's address is theirs, and nothing was taken back or blocked. */
async function stillTrue({ db, clock }: ContentDeps, { what, introductionId, userId, recipient }: Mail & { readonly userId: string }) {
  const [row] = await findIntroductions(db, { id: introductionId, sides: { some: { userId } } }, 1)
  const sides = row && sidesFor(row, userId)
  if (sides?.own.user.email !== recipient) return null
  if (!row || !isDelivered(row, userId, await blocksAmong(db, trioOf(row)))) return null
  const wanted = what === 'CONNECTED' ? row.connectedAt !== null : isOpen(row, clock.now()) && !sides.own.answeredOnce
  return wanted ? { row, ...sides } : null
}

function connectedParts({ own, other }: OwnSide, by: string, locale: Locale) {
  const t = textOf(locale, 'mail')
  const name = other.user.name || textOf(locale, 'introduction')('nameless')
  return {
    reason: '',
    details: detailLines(storedDetails(other.shares), locale),
    gave: detailLines(storedDetails(own.shares), locale),
    line: t('introduction.line', { other: name, by }),
  }
}

/**
 * What a mail about an introduction says, as things are now. Of the other: the name, a line of their own unless
 * they hide, and once both said yes the details that they chose.
 * @returns null when there is nothing left to say
 */
export async function loadIntroductionMail(deps: ContentDeps, mail: Mail, locale: Locale): Promise<IntroductionMailProps | null> {
  const { userId, what } = mail
  if (!userId) return null
  const found = await stillTrue(deps, { ...mail, userId })
  if (!found) return null
  const { row, own, other } = found
  const t = textOf(locale, 'introduction')
  const by = row.by.name || t('nameless')
  const { otherName, otherHeadline } = otherAsShown(other)
  const link = `${deps.publicUrl}/introduction/${personToken(deps.secret, 'introduction', row.id, userId)}`
  const parts =
    what === 'CONNECTED'
      ? connectedParts(found, by, locale)
      : {
          reason: own.reason,
          details: [],
          gave: [],
          line: '',
        }
  return {
    what,
    name: own.user.name,
    by,
    other: otherName || t('nameless'),
    headline: otherHeadline,
    text: '',
    why: [],
    ...parts,
    until: dayInWords(row.expiresAt, locale),
    url: what === 'CONNECTED' ? `${deps.publicUrl}/introductions` : link,
    ...(await mailFrame(deps, { userId, recipient: mail.recipient })),
  }
}

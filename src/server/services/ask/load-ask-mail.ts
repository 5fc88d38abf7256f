import type { IntroductionMailProps } from '@/server/email/templates/introduction'
import { dayInWords } from '@/text/day-in-words'
import { textOf, type Locale } from '@/text/translator'
import { detailLines, mailFrame } from '../introduction/load-introduction-mail'
import { personToken } from '../introduction/person-link'
import { storedDetails } from '../introduction/shared-details'
import type { ContentDeps } from '../mail/mail-kind'
import { notBlocked } from '../meeting/at-event'
import { askReasonsInWords } from './ask-reasons'
import { openAskFor } from './open-ask'

interface Mail {
  readonly recipient: string
  readonly userId: string | null
  readonly stored: { readonly what: 'ASKED'; readonly askId: string } | { readonly what: 'HELPED'; readonly askId: string; readonly helperId: string }
}
type Frame = Awaited<ReturnType<typeof mailFrame>>

interface Written {
  readonly userId: string
  readonly frame: Frame
  readonly locale: Locale
}

/** To one who was sent the ask, while it waits for their answer. */
async function asked(deps: ContentDeps, askId: string, { userId, frame, locale }: Written): Promise<IntroductionMailProps | null> {
  const ask = await openAskFor(deps.db, { askId, userId, now: deps.clock.now() })
  const row = await deps.db.askRecipient.findFirst({
    where: { askId, userId, answer: 'WAITING' },
    select: { reasons: true, user: { select: { name: true, profile: { select: { offer: true, headline: true } } } } },
  })
  if (!ask || !row) return null
  const by = ask.by.name || textOf(locale, 'introduction')('nameless')
  return {
    what: 'ASKED',
    name: row.user.name,
    by,
    other: by,
    headline: '',
    reason: '',
    text: ask.text,
    why: askReasonsInWords(row.reasons, row.user.profile ?? { offer: '', headline: '' }, locale),
    details: [],
    gave: [],
    line: '',
    until: dayInWords(ask.expiresAt, locale),
    url: `${deps.publicUrl}/ask/${personToken(deps.secret, 'ask', askId, userId)}`,
    ...frame,
  }
}

/** To the asker: somebody can help. */
async function helped(deps: ContentDeps, { askId, helperId }: { askId: string; helperId: string }, written: Written): Promise<IntroductionMailProps | null> {
  const { userId, frame, locale } = written
  const row = await deps.db.askRecipient.findFirst({
    where: { askId, userId: helperId, answer: 'CAN_HELP', ask: { byId: userId }, user: notBlocked(userId) },
    select: { note: true, shares: true, user: { select: { name: true } }, ask: { select: { shares: true, expiresAt: true, text: true, by: { select: { name: true } } } } },
  })
  if (!row) return null
  const other = row.user.name || textOf(locale, 'introduction')('nameless')
  return {
    what: 'HELPED',
    name: row.ask.by.name,
    by: other,
    other,
    headline: '',
    reason: row.note,
    text: row.ask.text,
    why: [],
    details: detailLines(storedDetails(row.shares), locale),
    gave: detailLines(storedDetails(row.ask.shares), locale),
    line: textOf(locale, 'mail')('introduction.helpLine', { other }),
    until: dayInWords(row.ask.expiresAt, locale),
    url: `${deps.publicUrl}/asks`,
    ...frame,
  }
}

/**
 * What a mail about an ask says, as things are now.
 * @returns null when there is nothing left to say, or the address is no longer the reader's
 */
export async function loadAskMail(deps: ContentDeps, { recipient, userId, stored }: Mail, locale: Locale): Promise<IntroductionMailProps | null> {
  if (!userId) return null
  const user = await deps.db.user.findUnique({ where: { id: userId }, select: { email: true } })
  if (user?.email !== recipient) return null
  const written = { userId, frame: await mailFrame(deps, { userId, recipient }), locale }
  return stored.what === 'ASKED' ? asked(deps, stored.askId, written) : helped(deps, stored, written)
}

import type { z } from 'zod'
import { firstName } from '@/domain/follow-up/first-name'
import type { Today, TodayCard } from '@/domain/follow-up/today'
import type { Db } from '@/server/db/client'
import type { digestProps } from '@/server/email/templates/digest'
import { longDate } from '@/text/long-date'
import { textOf, type Locale } from '@/text/translator'
import type { ContentDeps } from '../mail/mail-kind'
import { unsubscribeToken } from '../mail/unsubscribe-token'
import { loadToday } from '../today/load-today'
import { muteToken } from '../update/mute-token'
import { updatesFor } from '../update/updates-for'
import { actionUrls, type PersonInMail } from './people-to-write'
import { findSettings } from './settings'

type Props = z.input<typeof digestProps>

export interface DigestMail {
  readonly recipient: string
  readonly userId: string
  readonly locale: Locale
}

/** How many of those due stand in one mail; the page has the others. */
const DUE = 6
const UPDATES = 6

/** Whom it is written to, and the community that they joined last: it stands at the foot. */
function loadReader(db: Db, userId: string) {
  return db.user.findUnique({
    where: { id: userId },
    select: {
      name: true,
      email: true,
      memberships: {
        orderBy: [{ joinedAt: 'desc' }, { communityId: 'asc' }],
        take: 1,
        select: { community: { select: { name: true, postalAddress: true } } },
      },
    },
  })
}

/** Why it is their turn, a sentence each. */
function whyOf(card: TodayCard, timeZone: string, { locale }: DigestMail): string[] {
  const t = textOf(locale, 'mail')
  const missed = textOf(locale, 'myCircle')('audit.missedAbout')
  const prompts = card.prompts.flatMap(({ about, time, eventName }) => about === missed ? [about] : [
    ...(about === '' ? [] : [t('digest.promptAbout', { about })]),
    ...(about === '' && time !== null ? [t('digest.promptAt', { time })] : []),
    ...(about === '' && eventName !== null ? [t('digest.promptEvening', { event: eventName })] : []),
  ])
  const last = card.lastAt ? t('digest.lastAt', { date: longDate(locale, card.lastAt, timeZone) }) : t('digest.never')
  return [...prompts, last, ...(card.update === null ? [] : [t('digest.update', { text: card.update })])]
}

/** Each once: who is due, and those of the four who wait. */
function peopleOf(deps: ContentDeps, mail: DigestMail, { due, dueTotal, fourFromTheBottom, timeZone }: Today) {
  const linking = { ...deps, ...mail, ownerId: mail.userId, now: deps.clock.now() }
  const inMail = (card: TodayCard): PersonInMail => {
    const { note, myPromise, theirPromise } = card.remembered
    const [prompt, ...others] = card.prompts
    const promptAlone = prompt && others.length === 0 && card.cadence === null
    return {
      name: card.name,
      why: whyOf(card, timeZone, mail),
      ...{ note, myPromise, theirPromise, draft: card.draft.text },
      ...actionUrls(linking, promptAlone ? { followUpId: prompt.followUpId } : { contactId: card.contactId }),
    }
  }
  return {
    due: due.slice(0, DUE).map(inMail),
    moreDue: Math.max(0, dueTotal - DUE),
    four: fourFromTheBottom.filter(({ act }) => act === null).map(({ card }) => inMail(card)),
  }
}

/**
 * What the digest says, as things are now: Today, what waits for an answer, and what one's people tell.
 * @returns null when it has nothing to say: nobody's turn, nothing waits, no news; or reminders rest, or the
 *   address is no longer theirs. With it the updates that it brings.
 */
export async function loadDigest(deps: ContentDeps, mail: DigestMail): Promise<{ props: Props; updateIds: string[] } | null> {
  const { db, clock, secret, publicUrl } = deps
  const { userId, recipient, locale } = mail
  const now = clock.now()
  const person = await loadReader(db, userId)
  if (person?.email !== recipient) return null
  const [today, settings, updates] = await Promise.all([
    loadToday(db, { userId, now, locale }),
    findSettings(db, userId),
    updatesFor(db, { userId, unshown: true, limit: UPDATES }),
  ])
  const { introductions, asks } = today.waiting
  const people = peopleOf(deps, mail, today)
  const parts = people.due.length + people.four.length + introductions.length + asks.length + updates.length
  if (today.paused || parts === 0) return null

  const t = textOf(locale, 'mail')
  const community = person.memberships[0]?.community
  return {
    props: {
      name: firstName(person.name),
      weekly: settings.digestRhythm === 'WEEKLY',
      ...people,
      introductions: introductions.map(({ byName, otherName, reason }) => ({
        from: t('digest.introduction', { by: byName, other: otherName }),
        text: reason,
      })),
      introductionsUrl: `${publicUrl}/introductions`,
      asks: asks.map(({ byName, text }) => ({ from: byName, text })),
      asksUrl: `${publicUrl}/asks`,
      updates: updates.map(({ authorId, authorName, text, eventName }) => ({
        from: authorName,
        text: eventName === null ? text : t('digest.takeaway', { event: eventName, text }),
        muteUrl: `${publicUrl}/mute/${muteToken(secret, { userId, authorId }, now)}`,
      })),
      todayUrl: `${publicUrl}/today`,
      settingsUrl: `${publicUrl}/settings`,
      communityName: community?.name ?? '',
      postalAddress: community?.postalAddress ?? '',
      unsubscribeUrl: `${publicUrl}/unsubscribe/${unsubscribeToken(secret, userId, 'DIGEST', recipient)}`,
    },
    updateIds: updates.map(({ updateId }) => updateId),
  }
}

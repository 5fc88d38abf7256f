import { DomainError } from '@/domain/errors'
import type { Db } from '@/server/db/client'
import { textOf, type Locale } from '@/text/translator'
import { currentId } from '../claim/former-id'
import { unmuteAuthor, writeMute, type Mute } from './mute-author'
import { readMuteToken } from './mute-token'

interface Given {
  readonly secret: string
  readonly token: string
  readonly now: Date
  readonly locale: Locale
}

/** What the page of a link shows. */
export interface MuteView {
  /** The author's name. */
  readonly name: string
  readonly muted: boolean
}

/** Whom a genuine token is about, as they are now. @throws DomainError NOT_FOUND, or GONE when its time is over */
async function open(db: Db, { secret, token, now, locale }: Given): Promise<Mute & { readonly name: string }> {
  const t = textOf(locale, 'mute')
  const claim = readMuteToken(secret, token)
  const [userId, authorId] = claim ? await Promise.all([currentId(db, claim.userId), currentId(db, claim.authorId)]) : []
  const people = userId && authorId ? await db.user.findMany({ where: { id: { in: [userId, authorId] } }, select: { id: true, name: true } }) : []
  // Both are still there, and two: a signature for somebody who is gone is as good as none.
  if (!claim || !userId || !authorId || people.length < 2) throw new DomainError('NOT_FOUND', t('bad'))
  if (claim.expiresAt <= now) throw new DomainError('GONE', t('expired'))
  return { userId, authorId, name: people.find(({ id }) => id === authorId)?.name ?? '' }
}

async function viewOf(db: Db, { userId, authorId, name }: Awaited<ReturnType<typeof open>>): Promise<MuteView> {
  return { name, muted: (await db.updateMute.count({ where: { userId, authorId } })) > 0 }
}

/** What the page of a link shows. Changes nothing. @throws DomainError NOT_FOUND, GONE */
export async function viewMute(db: Db, given: Given): Promise<MuteView> {
  return viewOf(db, await open(db, given))
}

/** Ends the updates of this author for this reader. A repeat finds it so; the author is never told. @throws DomainError NOT_FOUND, GONE */
export async function muteByLink(db: Db, given: Given): Promise<MuteView> {
  const { name, ...mute } = await open(db, given)
  await writeMute(db, mute, given.now)
  return viewOf(db, { name, ...mute })
}

/** Takes it back. @throws DomainError NOT_FOUND, GONE */
export async function unmuteByLink(db: Db, given: Given): Promise<MuteView> {
  const { name, ...mute } = await open(db, given)
  await unmuteAuthor(db, mute)
  return viewOf(db, { name, ...mute })
}

import { DomainError } from '@/domain/errors'
import { localDate, morningAfterTime, nextLater } from '@/domain/follow-up/morning-after'
import { formatId, ID_BODY_LENGTH } from '@/domain/ids'
import type { Prisma } from '@/generated/prisma/client'
import type { FollowUpState } from '@/generated/prisma/enums'
import { inTransaction, type Db } from '@/server/db/client'
import { sign } from '@/server/lib/tokens'
import { textOf, type Locale } from '@/text/translator'
import { logInteraction } from '../contact/log-interaction'
import { currentId, idsOf } from '../claim/former-id'
import { eveningDraft } from './draft-words'
import { readFollowUpToken, type FollowUpAction } from './follow-up-token'
import { unsettlePrompts } from './settle-prompts'

/** A link of a mail that somebody opened. */
export interface LinkGiven {
  readonly secret: string
  readonly token: string
  readonly now: Date
  readonly locale: Locale
}

/** What the page of a link shows. Everything in it is its owner's own. */
export interface FollowUpView {
  readonly action: FollowUpAction
  readonly name: string
  readonly note: string
  readonly draft: string
  /** Whether things stand as the link's action leaves them. */
  readonly acted: boolean
  /** The local date on which it is due, `YYYY-MM-DD`. */
  readonly dueOn: string
  /** The evening that it is about; null when that is gone. */
  readonly eventId: string | null
}

const STATE: Readonly<Record<FollowUpAction, FollowUpState>> = { done: 'DONE', later: 'LATER', 'not-needed': 'NOT_NEEDED' }

const dateOf = (day: string) => new Date(`${day}T00:00:00Z`)

const REMEMBERED = { note: true, myPromise: true, theirPromise: true, myPromiseKeptAt: true, theirPromiseKeptAt: true, meeting: true } as const

function loadFollowUp(db: Db, id: string) {
  return db.followUp.findUnique({
    where: { id },
    select: {
      id: true,
      ownerId: true,
      contactId: true,
      eventId: true,
      state: true,
      dueOn: true,
      putOffFrom: true,
      draft: true,
      owner: { select: { timeZone: true } },
      event: { select: { endsAt: true, timeZone: true } },
      contact: {
        select: { name: true, interactions: { where: { meetingId: { not: null } }, select: REMEMBERED } },
      },
    },
  })
}
type Row = NonNullable<Awaited<ReturnType<typeof loadFollowUp>>>

/** The prompt that a genuine token is about. @throws DomainError NOT_FOUND, or GONE when its time is over */
async function open(db: Db, { secret, token, now, locale }: LinkGiven): Promise<{ row: Row; action: FollowUpAction }> {
  const t = textOf(locale, 'followUp')
  const claim = readFollowUpToken(secret, token)
  const followUpId = claim && 'followUpId' in claim.subject ? claim.subject.followUpId : null
  const row = followUpId === null ? null : await loadFollowUp(db, await currentId(db, followUpId))
  const owners = row ? await idsOf(db, row.ownerId) : []
  // Signed for this owner, under any id they had: a prompt that is gone and a wrong signature answer the same.
  if (!claim || !row || !owners.some((id) => claim.isSignedFor(id))) throw new DomainError('NOT_FOUND', t('bad'))
  if (claim.expiresAt <= now) throw new DomainError('GONE', t('expired'))
  return { row, action: claim.action }
}

function viewOf({ row, action }: { readonly row: Row; readonly action: FollowUpAction }, locale: Locale): FollowUpView {
  const interaction = row.contact.interactions.find(({ meeting }) => meeting?.eventId === row.eventId)
  return {
    action,
    name: row.contact.name,
    note: interaction?.note ?? '',
    draft: eveningDraft(locale, {
      name: row.contact.name,
      draft: row.draft,
      myPromise: interaction && !interaction.myPromiseKeptAt ? interaction.myPromise : '',
      theirPromise: interaction && !interaction.theirPromiseKeptAt ? interaction.theirPromise : '',
    }),
    acted: row.state === STATE[action],
    dueOn: row.dueOn.toISOString().slice(0, 10),
    eventId: row.eventId,
  }
}

/** The interaction that 'done' writes has a nonce of its prompt's own: a repeat finds it, undo takes it away. */
const nonceOf = (followUpId: string) => `follow-up ${followUpId}`

/** What an earlier version wrote had an id of its prompt's own instead; its links work for thirty days. */
const formerWroteId = (secret: string, followUpId: string) =>
  formatId('interaction', sign(secret, 'follow-up-interaction', [followUpId], ID_BODY_LENGTH))

/** Takes back that 'done' was said of this prompt, with what else it settled. */
async function takeDoneBack(tx: Prisma.TransactionClient, secret: string, { id, contactId }: Row): Promise<void> {
  const written = await tx.interaction.findFirst({
    where: { contactId, OR: [{ nonce: nonceOf(id) }, { id: formerWroteId(secret, id) }] },
    select: { id: true, at: true },
  })
  if (!written) return
  await tx.interaction.deleteMany({ where: { id: written.id } })
  await unsettlePrompts(tx, contactId, written.at)
}

/** The person's own zone, or that of the evening. */
const zoneOf = ({ owner, event }: Row) => owner.timeZone ?? event?.timeZone ?? 'UTC'

/** When the prompt was due at first. */
function firstDue({ event, ownerId, dueOn }: Row): Date {
  return event ? dateOf(localDate(morningAfterTime(event.endsAt, event.timeZone, ownerId), event.timeZone)) : dueOn
}

/** Opens the prompt with its row locked, so that of two clicks at once the second sees the first. */
async function openLocked(tx: Prisma.TransactionClient, given: LinkGiven) {
  const { row } = await open(tx, given)
  await tx.$queryRaw`SELECT id FROM follow_up WHERE id = ${row.id} FOR UPDATE`
  return open(tx, given)
}

/** What the page of a link shows. Changes nothing. @throws DomainError NOT_FOUND, GONE */
export async function viewFollowUp(db: Db, given: LinkGiven): Promise<FollowUpView> {
  return viewOf(await open(db, given), given.locale)
}

/**
 * Does what the link says. 'done' also writes down that one was in touch, as everywhere; 'later' puts it off by three
 * local days, from today; each may be repeated, and takes the place of another one done before.
 * @throws DomainError NOT_FOUND, GONE
 */
export function actOnFollowUp(db: Db, given: LinkGiven): Promise<FollowUpView> {
  const { now, secret } = given
  return inTransaction(db, async (tx) => {
    const { row, action } = await openLocked(tx, given)
    const { id, ownerId, contactId } = row
    if (action !== 'done') await takeDoneBack(tx, secret, row)
    if (action === 'later') {
      const putOff = { dueOn: dateOf(nextLater(now, zoneOf(row))), putOffFrom: row.putOffFrom ?? row.dueOn }
      await tx.followUp.update({ where: { id }, data: { state: 'LATER', ...putOff, actedAt: now } })
    } else if (row.state !== STATE[action]) {
      if (action === 'done') await logInteraction(tx, { ownerId, contactId, kind: 'WROTE', at: now, nonce: nonceOf(id) })
      await tx.followUp.update({ where: { id }, data: { state: STATE[action], actedAt: now } })
    }
    return viewOf(await open(tx, given), given.locale)
  })
}

/**
 * Takes back what this link did: the prompt is open again and due as at first. If something else was
 * done since, that stays.
 * @throws DomainError NOT_FOUND, GONE
 */
export function undoFollowUp(db: Db, given: LinkGiven): Promise<FollowUpView> {
  return inTransaction(db, async (tx) => {
    const { row, action } = await openLocked(tx, given)
    if (row.state === STATE[action]) {
      await takeDoneBack(tx, given.secret, row)
      await tx.followUp.update({
        where: { id: row.id },
        data: { state: 'OPEN', dueOn: row.putOffFrom ?? firstDue(row), putOffFrom: null, actedAt: null },
      })
    }
    return viewOf(await open(tx, given), given.locale)
  })
}

import { DomainError } from '@/domain/errors'
import { localDate, nextLater } from '@/domain/follow-up/morning-after'
import { startOfDay } from '@/domain/follow-up/local-days'
import { inTransaction, type Db } from '@/server/db/client'
import { sign } from '@/server/lib/tokens'
import { textOf } from '@/text/translator'
import { currentId, idsOf } from '../claim/former-id'
import { undoLog } from '../contact/undo-log'
import { blockedAround } from '../person/blocked-around'
import { personZone } from '../person/person-zone'
import { loadCards } from '../today/load-cards'
import { putOff, takeUpAgain } from '../today/put-off'
import { sayDone } from '../today/say-done'
import { letPass, takeSkipBack } from '../today/skip-round'
import type { FollowUpView, LinkGiven } from './act-on-follow-up'
import { readFollowUpToken } from './follow-up-token'
import { neededAfterAll, notNeeded } from './not-needed'

function findContact(db: Db, id: string) {
  return db.contact.findUnique({
    where: { id },
    select: { id: true, ownerId: true, name: true, skippedAt: true, snoozedAt: true, snoozedUntil: true },
  })
}

/** The contact that a genuine token is about. @throws DomainError NOT_FOUND, or GONE when its time is over */
async function open(db: Db, { secret, token, now, locale }: LinkGiven) {
  const t = textOf(locale, 'followUp')
  const claim = readFollowUpToken(secret, token)
  const contactId = claim && 'contactId' in claim.subject ? claim.subject.contactId : null
  const row = contactId && (await findContact(db, await currentId(db, contactId)))
  const owners = row ? await idsOf(db, row.ownerId) : []
  if (!claim || !row || !owners.some((id) => claim.isSignedFor(id))) throw new DomainError('NOT_FOUND', t('bad'))
  if (claim.expiresAt <= now) throw new DomainError('GONE', t('expired'))
  // One mail, one time in touch: its three links share the moment at which it was written.
  const nonce = sign(secret, 'contact-link', [contactId, claim.issuedAt.toISOString()], 32)
  return { row, claim, nonce, zone: await personZone(db, row.ownerId) }
}
type Opened = Awaited<ReturnType<typeof open>>

/** When its round was skipped, or a prompt of it said not to be needed, since the mail was written; null: not. */
async function saidNotNeededAt(db: Db, { row, claim }: Pick<Opened, 'row' | 'claim'>): Promise<Date | null> {
  if (row.skippedAt && row.skippedAt >= claim.issuedAt) return row.skippedAt
  const prompt = await db.followUp.findFirst({
    where: { contactId: row.id, ownerId: row.ownerId, state: 'NOT_NEEDED', actedAt: { gte: claim.issuedAt } },
    select: { actedAt: true },
  })
  return prompt?.actedAt ?? null
}

async function isActed(db: Db, { row, claim, nonce, zone }: Opened, now: Date): Promise<boolean> {
  switch (claim.action) {
    case 'done':
      return (await db.interaction.count({ where: { contactId: row.id, nonce } })) > 0
    case 'later':
      return row.snoozedUntil !== null && row.snoozedUntil.toISOString().slice(0, 10) > localDate(now, zone)
    case 'not-needed':
      return (await saidNotNeededAt(db, { row, claim })) !== null
  }
}

async function viewOf(db: Db, opened: Opened, { now, locale }: LinkGiven): Promise<FollowUpView> {
  const { row, claim, zone } = opened
  const date = localDate(now, zone)
  const of = { userId: row.ownerId, date, timeZone: zone, hidden: await blockedAround(db, row.ownerId) }
  const card = (await loadCards(db, of, [row.id], locale)).get(row.id)
  return {
    action: claim.action,
    name: row.name,
    note: card?.remembered.note ?? '',
    draft: card?.draft.text ?? '',
    acted: await isActed(db, opened, now),
    dueOn: row.snoozedUntil?.toISOString().slice(0, 10) ?? date,
    eventId: null,
  }
}

/** The prompts of this contact that were due when the mail was written. */
function duePrompts(db: Db, { row, claim, zone }: Opened) {
  return db.followUp.findMany({
    where: {
      contactId: row.id,
      ownerId: row.ownerId,
      state: { in: ['OPEN', 'LATER'] },
      dueOn: { lte: new Date(`${localDate(claim.issuedAt, zone)}T00:00:00Z`) },
    },
    select: { id: true },
  })
}

async function act(db: Db, opened: Opened, { now, locale }: LinkGiven): Promise<void> {
  const { row, claim, nonce, zone } = opened
  const own = { userId: row.ownerId, contactId: row.id, now }
  switch (claim.action) {
    case 'done':
      await sayDone(db, { ...own, kind: 'WROTE', nonce })
      return
    case 'later':
      await putOff(db, { ...own, until: nextLater(now, zone), locale })
      return
    case 'not-needed':
      for (const { id } of await duePrompts(db, opened)) await notNeeded(db, { ...own, followUpId: id })
      await letPass(db, own)
  }
}

async function takeBack(db: Db, { row, claim, nonce, zone }: Opened, now: Date): Promise<void> {
  const own = { userId: row.ownerId, contactId: row.id, now }
  switch (claim.action) {
    case 'done': {
      const wrote = await db.interaction.findFirst({ where: { contactId: row.id, nonce }, select: { id: true } })
      if (wrote) await undoLog(db, { ownerId: row.ownerId, contactId: row.id, interactionId: wrote.id })
      return
    }
    case 'later':
      // What was put off on some day is taken up again as on that day.
      if (row.snoozedAt && row.snoozedAt >= startOfDay(localDate(claim.issuedAt, zone), zone)) {
        await takeUpAgain(db, { ...own, now: row.snoozedAt })
      }
      return
    case 'not-needed': {
      const at = await saidNotNeededAt(db, { row, claim })
      if (!at) return
      await neededAfterAll(db, { ...own, now: at })
      await takeSkipBack(db, { ...own, since: claim.issuedAt })
    }
  }
}

/** Opens the contact with its row locked, so that of two clicks at once the second sees the first. */
async function openLocked(tx: Db, given: LinkGiven): Promise<Opened> {
  const { row } = await open(tx, given)
  await tx.$queryRaw`SELECT id FROM contact WHERE id = ${row.id} FOR UPDATE`
  return open(tx, given)
}

/** What the page of a link about a contact shows. Changes nothing. @throws DomainError NOT_FOUND, GONE */
export async function viewContactLink(db: Db, given: LinkGiven): Promise<FollowUpView> {
  return viewOf(db, await open(db, given), given)
}

/**
 * Does what the link says: 'done' writes down that one was in touch, 'later' puts the contact off by three
 * local days, 'not needed' lets this round of its cadence pass. Each may be repeated.
 * @throws DomainError NOT_FOUND, GONE
 */
export function actOnContactLink(db: Db, given: LinkGiven): Promise<FollowUpView> {
  return inTransaction(db, async (tx) => {
    const opened = await openLocked(tx, given)
    const done = opened.claim.action !== 'later' && (await isActed(tx, opened, given.now))
    if (!done) await act(tx, opened, given)
    return viewOf(tx, await open(tx, given), given)
  })
}

/** Takes back what this link did; what was done otherwise stays. @throws DomainError NOT_FOUND, GONE */
export function undoContactLink(db: Db, given: LinkGiven): Promise<FollowUpView> {
  return inTransaction(db, async (tx) => {
    const opened = await openLocked(tx, given)
    if (await isActed(tx, opened, given.now)) await takeBack(tx, opened, given.now)
    return viewOf(tx, await open(tx, given), given)
  })
}

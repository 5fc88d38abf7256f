import { DomainError } from '@/domain/errors'
import type { Cadence } from '@/domain/follow-up/cadence'
import { isTimeZone } from '@/domain/recurrence/occurrences'
import type { DigestRhythm } from '@/generated/prisma/enums'
import { inTransaction, type Db } from '@/server/db/client'
import { textOf, type Locale } from '@/text/translator'
import { findSettings, saveSettings } from '../follow-up/settings'
import { personZone } from '../person/person-zone'
import { BOUNCED } from './record-delivery'
import { UNSUBSCRIBED } from './unsubscribe'
import { OPTIONAL_KINDS, type OptionalKind } from './unsubscribe-token'

/** Whose settings: an address that is proved. */
export interface Own {
  readonly userId: string
  readonly email: string
}

/** Which mail this person gets and when, and whether their address takes none any more. */
export async function mailSettings(db: Db, { userId, email }: Own) {
  const [settings, zone, person, off] = await Promise.all([
    findSettings(db, userId),
    personZone(db, userId),
    db.user.findUniqueOrThrow({ where: { id: userId }, select: { timeZone: true } }),
    db.mailSuppression.findMany({ where: { address: email }, select: { kind: true, reason: true } }),
  ])
  const { cadence, digestRhythm, digestWeekday, quietFrom, quietTo, pausedAt, pausedUntil } = settings
  return {
    email,
    kinds: OPTIONAL_KINDS.map((kind) => ({ kind, on: !off.some((one) => one.kind === kind) })),
    bounced: off.some(({ reason }) => reason === BOUNCED),
    /** Their own choice; null while that of a community holds. */
    timeZone: person.timeZone,
    zone,
    paused: pausedAt === null ? null : { until: pausedUntil },
    ...{ cadence, digestRhythm, digestWeekday, quietFrom, quietTo },
  }
}

export interface NewMailSettings {
  readonly kinds: readonly OptionalKind[]
  readonly cadence: Cadence
  readonly digestRhythm: DigestRhythm
  readonly digestWeekday: number
  readonly quietFrom: number
  readonly quietTo: number
  readonly timeZone: string
  readonly locale: Locale
}

/**
 * Saves what the person chose. Kinds that are not among `kinds` are switched off; an address that bounced
 * stays as it is. The next digest is planned anew.
 * @throws DomainError BAD_INPUT for a zone that there is not.
 */
export async function saveMailSettings(db: Db, { userId, email }: Own, wanted: NewMailSettings, now: Date): Promise<void> {
  const { kinds, timeZone, locale, ...settings } = wanted
  if (!isTimeZone(timeZone)) throw new DomainError('BAD_INPUT', textOf(locale, 'settings')('zoneUnknown'))
  await inTransaction(db, async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { timeZone } })
    await saveSettings(tx, userId, { ...settings, nextDigestAt: null })
    await tx.mailSuppression.deleteMany({ where: { address: email, kind: { in: [...kinds] }, reason: UNSUBSCRIBED } })
    await tx.mailSuppression.createMany({
      data: OPTIONAL_KINDS.filter((kind) => !kinds.includes(kind)).map((kind) => ({ address: email, kind, reason: UNSUBSCRIBED, createdAt: now })),
      skipDuplicates: true,
    })
  })
}

import { DEFAULT_QUIET, quietUntil } from '@/domain/follow-up/quiet-hours'
import { sql } from '@/server/db/client'
import { ZONE_OF_PERSON } from '../person/zone-sql'
import type { MailDeps } from './mail-deps'
import type { DueMail } from './take-due'

/** What one mail's reader has said about being written to. */
export interface Reading {
  /** Why the address gets none of this kind; null if it does. */
  readonly suppressed: string | null
  /** When quiet hours are over; null outside of them. */
  readonly quietUntil: Date | null
  /** The language that they read, if it is known. */
  readonly locale: string | null
}

interface Hours {
  readonly id: string
  readonly zone: string
  readonly locale: string
  readonly quietFrom: number | null
  readonly quietTo: number | null
}

/** What the readers of these mails have said, as it stands now: looked at once more whenever mail leaves. */
export async function loadReaders(
  { db, clock }: MailDeps,
  mails: readonly DueMail[],
): Promise<{ of(mail: DueMail): Reading }> {
  const ids = [...new Set(mails.flatMap(({ userId }) => (userId === null ? [] : [userId])))]
  const [suppressions, hours] = await Promise.all([
    db.mailSuppression.findMany({ where: { address: { in: mails.map(({ recipient }) => recipient) } } }),
    db.$queryRaw<Hours[]>(sql`
      SELECT person.id, person.locale, settings."quietFrom", settings."quietTo",
        ${ZONE_OF_PERSON} AS zone
      FROM "user" person
      LEFT JOIN follow_up_settings settings ON settings."userId" = person.id
      WHERE person.id = ANY(${ids}::text[])`),
  ])
  const now = clock.now()
  const keyOf = (kind: string, address: string) => `${kind} ${address}`
  const held = new Map(suppressions.map(({ kind, address, reason }) => [keyOf(kind, address), reason]))
  const quiet = new Map(
    hours.map(({ id, zone, quietFrom, quietTo }) => [
      id,
      quietUntil(now, zone, { from: quietFrom ?? DEFAULT_QUIET.from, to: quietTo ?? DEFAULT_QUIET.to }),
    ]),
  )
  const locales = new Map(hours.map(({ id, locale }) => [id, locale]))
  return {
    of: ({ kind, recipient, userId }) => ({
      suppressed: kind === 'SIGN_IN' ? null : (held.get(keyOf(kind, recipient)) ?? null),
      quietUntil: userId === null ? null : (quiet.get(userId) ?? null),
      locale: userId === null ? null : (locales.get(userId) ?? null),
    }),
  }
}

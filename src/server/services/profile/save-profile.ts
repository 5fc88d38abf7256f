import { DomainError } from '@/domain/errors'
import { cleanLine } from '@/domain/text'
import { inTransaction, type Db } from '@/server/db/client'
import { textOf, type Locale } from '@/text/translator'
import { noteChange, tellEvents } from './announce-changes'

/** The most that each line holds, in code points, as the tables do. */
export const PROFILE_LIMITS = { name: 200, headline: 120, ask: 200, offer: 200, starter: 200, organization: 60, city: 60 } as const

/** What is to be changed; what is left out stays as it is. */
export interface ProfileChanges {
  readonly name?: string | undefined
  readonly headline?: string | undefined
  readonly ask?: string | undefined
  readonly offer?: string | undefined
  readonly starter?: string | undefined
  readonly organization?: string | undefined
  readonly city?: string | undefined
  /** False: in no suggestion and no list. */
  readonly visible?: boolean | undefined
}

/** The name as it is kept. @throws DomainError BAD_INPUT when nothing of it can be read. */
function nameOf(text: string, locale: Locale): string {
  const name = cleanLine(text, PROFILE_LIMITS.name)
  if (name === '') throw new DomainError('BAD_INPUT', textOf(locale, 'profile')('nameMissing'))
  return name
}

/** Gives a person another name. @throws DomainError BAD_INPUT for an empty one. */
export async function renamePerson(
  db: Db,
  { userId, name, locale, now }: { readonly userId: string; readonly name: string; readonly locale: Locale; readonly now: Date },
): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { name: nameOf(name, locale), describedAt: now } })
  await tellEvents(db, userId, now)
}

/**
 * Saves what a person shows of themself, and lets the events where they are now know. Lines are
 * cleaned and cut to {@link PROFILE_LIMITS}.
 * @throws DomainError BAD_INPUT for a name that is given and empty; nothing is saved then.
 */
export async function saveProfile(
  db: Db,
  {
    userId,
    changes,
    locale,
    now,
  }: { readonly userId: string; readonly changes: ProfileChanges; readonly locale: Locale; readonly now: Date },
): Promise<void> {
  const { name, visible } = changes
  const newName = name === undefined ? undefined : nameOf(name, locale)
  const lines = {
    ...lineOf('headline', changes.headline),
    ...lineOf('ask', changes.ask),
    ...lineOf('offer', changes.offer),
    ...lineOf('starter', changes.starter),
    ...lineOf('organization', changes.organization),
    ...lineOf('city', changes.city),
    ...(visible === undefined ? {} : { visible }),
  }
  await inTransaction(db, async (tx) => {
    if (newName !== undefined) await tx.user.update({ where: { id: userId }, data: { name: newName } })
    await tx.profile.upsert({
      where: { userId },
      create: { userId, ...lines, updatedAt: now },
      update: { ...lines, updatedAt: now },
    })
    await noteChange(tx, userId, now)
  })
  await tellEvents(db, userId, now)
}

type Line = Exclude<keyof typeof PROFILE_LIMITS, 'name'>

function lineOf(line: Line, text: string | undefined): Partial<Record<Line, string>> {
  return text === undefined ? {} : { [line]: cleanLine(text, PROFILE_LIMITS[line]) }
}

import { showCircle, type CircleView } from '@/domain/my-circle/show-circle'
import { silentBefore } from '@/domain/my-circle/silence'
import type { Db } from '@/server/db/client'
import type { Locale } from '@/text/translator'
import { auditDue } from './audit-due'
import { findSuggestion } from './find-suggestion'
import { loadOwnPeople } from './load-own-people'
import { findMoreOf } from './more-of'

interface Asked {
  readonly ownerId: string
  readonly view: CircleView
  readonly now: Date
  readonly locale: Locale
}

/** One view of somebody's own people, what they want more of with one suggestion for it, and whether the audit is due. */
export async function showMyCircle(db: Db, { ownerId, view, now, locale }: Asked) {
  const [own, moreOf, due] = await Promise.all([
    loadOwnPeople(db, { ownerId, now, locale }),
    findMoreOf(db, ownerId),
    auditDue(db, ownerId, now),
  ])
  const suggestion = await findSuggestion(db, { userId: ownerId, now, own, silentBefore: silentBefore(own.today, 1), ...moreOf })
  return { ...showCircle(view, own), today: own.today, moreOf, suggestion, auditDue: due }
}

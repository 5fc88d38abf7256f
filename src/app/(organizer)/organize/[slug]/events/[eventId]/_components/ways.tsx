import Link from 'next/link'
import type { Action } from '@/domain/permissions'
import type { createCaller } from '@/server/api/root'
import { textOf, type Locale } from '@/text/translator'

type Event = Awaited<ReturnType<ReturnType<typeof createCaller>['event']['get']>>

interface Way {
  readonly href: string
  readonly label: string
  /** A few words: what one finds there now. */
  readonly note: string
  readonly action?: Action
  /** Whether it makes sense now. */
  readonly when: boolean
}

/** Everything there is to do about an evening, in the order in which it comes: only what this person may, now. */
function groupsOf(event: Event, path: string, locale: Locale): readonly { title: string; ways: readonly Way[] }[] {
  const t = textOf(locale, 'eventWays')
  const called = event.status === 'SCHEDULED'
  const ahead = event.door === 'OPEN' || event.door === 'EARLY'
  const door = `/door/${event.id}`
  return [
    {
      title: t('before'),
      ways: [
        { href: `/events/${event.id}`, label: t('page'), note: t('pageNote'), when: true },
        { href: `${path}/edit`, label: t('edit'), note: t('editNote'), action: 'editSeries', when: !event.ended && called },
        { href: `${path}/rsvps`, label: t('rsvps'), note: t('rsvpsNote', { going: event.going, waitlisted: event.waitlisted }), action: 'seeRsvps', when: true },
        { href: `${path}/hosts`, label: t('hosts'), note: t('hostsNote', { count: event.hostsForTheNight }), action: 'inviteHosts', when: ahead },
      ],
    },
    {
      title: t('door'),
      ways: [
        { href: door, label: t('screen'), note: t('screenNote', { mode: event.doorMode }), action: 'showDoor', when: ahead },
        { href: `${door}/scan`, label: t('scanner'), note: t('scannerNote'), action: 'letIn', when: ahead },
        { href: `${door}/badges`, label: t('badges'), note: t('badgesNote'), action: 'letIn', when: ahead },
        { href: `${door}/poster`, label: t('poster'), note: t('posterNote', { mode: event.doorMode }), action: 'showDoor', when: ahead },
      ],
    },
    {
      title: t('inside'),
      ways: [
        { href: `${path}/room`, label: t('room'), note: t('roomNote'), action: 'watchRoom', when: event.door === 'OPEN' },
        { href: `${path}/circles`, label: t('circles'), note: t('circlesNote'), action: 'openCircle', when: ahead },
      ],
    },
  ]
}

/** The ways from an evening to all that belongs to it. */
export function Ways({ event, path, locale }: { readonly event: Event; readonly path: string; readonly locale: Locale }) {
  const groups = groupsOf(event, path, locale)
    .map(({ title, ways }) => ({
      title,
      ways: ways.filter(({ action, when }) => when && (action === undefined || event.may.includes(action))),
    }))
    .filter(({ ways }) => ways.length > 0)
  return (
    <nav aria-label={textOf(locale, 'eventWays')('label')} className="grid gap-x-10 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
      {groups.map(({ title, ways }) => (
        <section key={title} className="grid content-start">
          <h2 className="border-b-2 border-ink pb-1 font-text text-small font-semibold">{title}</h2>
          <ul>
            {ways.map(({ href, label, note }) => (
              <li key={href} className="border-b border-line">
                <Link prefetch={false} href={href} className="group flex min-h-[max(2.75rem,44px)] flex-wrap items-baseline justify-between gap-x-4 py-2">
                  <span className="font-medium underline decoration-line decoration-2 underline-offset-4 group-hover:decoration-accent">{label}</span>
                  <span className="text-small text-muted">{note}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

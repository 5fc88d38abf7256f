import { InlineForm } from '@/components/ui/inline-form'
import { EmptyState } from '@/components/ui/empty-state'
import { SubmitButton } from '@/components/ui/submit-button'
import type { createCaller } from '@/server/api/root'
import { textOf, type Locale } from '@/text/translator'
import { clockTime } from '../../../../../../_lib/when'
import { walkOver } from '../_actions'

/** The room as its hosts see it. */
export type Room = Awaited<ReturnType<ReturnType<typeof createCaller>['room']['live']>>

interface Props {
  readonly room: Room
  readonly path: string
  readonly locale: Locale
}

/** The newcomers whom somebody should walk over to, the longest wait first, and those to whom somebody has. */
export function Newcomers({ room, path, locale }: Props) {
  const t = textOf(locale, 'liveRoom')
  const nameless = textOf(locale, 'event')('noName')
  const at = (moment: Date) => clockTime(moment, room.timeZone, locale)
  const where = { eventId: room.id, path }
  return (
    <>
      {room.alone.length === 0 && room.aloneUnnamed === 0 && <EmptyState title={t('nobodyAlone')}>{t('nobodyAloneText')}</EmptyState>}
      <ul className="grid gap-4 lg:grid-cols-2">
        {room.alone.map(({ personId, name, headline, since, metSomebody }) => (
          <li key={personId} className="arrives grid content-start gap-2 border-t-2 border-ink bg-raised px-5 py-4">
            <h3 dir="auto" className="text-name">
              {name || nameless}
            </h3>
            {headline && <p dir="auto">{headline}</p>}
            <p className="text-muted">{t('since', { time: at(since), met: metSomebody ? 'some' : 'none' })}</p>
            <InlineForm action={walkOver.bind(null, where, true)}>
              <input type="hidden" name="personId" value={personId} />
              <SubmitButton tone="quiet" pending={t('walking')}>
                {t('walked')}
              </SubmitButton>
            </InlineForm>
          </li>
        ))}
      </ul>
      {room.aloneUnnamed > 0 && <p className="max-w-measure text-muted">{t('unnamed', { count: room.aloneUnnamed })}</p>}
      {room.greeted.length > 0 && (
        <details>
          <summary className="inline-flex min-h-11 items-center underline decoration-1 underline-offset-4">
            {t('greeted', { count: room.greeted.length })}
          </summary>
          <ul>
            {room.greeted.map(({ personId, name, greetedAt }) => (
              <li key={personId} className="border-b border-line py-1">
                <InlineForm action={walkOver.bind(null, where, false)} className="flex flex-wrap items-center justify-between gap-x-6">
                  <input type="hidden" name="personId" value={personId} />
                  <span dir="auto">{t('greetedAt', { time: at(greetedAt), name: name || nameless })}</span>
                  <SubmitButton tone="quiet" pending={t('walking')}>
                    {t('undo')}
                  </SubmitButton>
                </InlineForm>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

import { textOf, type Locale } from '@/text/translator'
import { declineCircle, joinCircle } from '../_actions'
import { SmallForm } from './small-form'
import { WhoSat } from './who-sat'
import type { Circle } from '../_lib/circle'

interface Props {
  readonly eventId: string
  readonly circle: Circle
  readonly locale: Locale
}

/** An invitation to a small table, or one's seat at it; once it has begun, who sits there too. */
export function CircleCard({ eventId, circle, locale }: Props) {
  const t = textOf(locale, 'circle')
  const seated = circle.answer === 'JOINED'
  return (
    <article className="grid gap-4 border-t-2 border-accent bg-raised px-5 pt-5 pb-6">
      <header className="grid gap-1">
        <p className="text-small font-medium text-muted">{t(!seated ? 'invitation' : circle.begun || circle.calledOff ? 'yours' : 'seat')}</p>
        <h3 dir="auto" className="text-name">
          {t('name', { topic: circle.topic })}
        </h3>
        <p className="text-lead">
          <time dateTime={circle.startsAt.toISOString()}>{circle.time}</time>
          {circle.place && <span dir="auto"> · {circle.place}</span>}
        </p>
      </header>
      {circle.calledOff ? (
        <p className="font-medium text-warn">{t('calledOff')}</p>
      ) : seated && circle.begun ? (
        <WhoSat eventId={eventId} circle={circle} locale={locale} />
      ) : (
        <>
          <Company circle={circle} locale={locale} />
          <Answers eventId={eventId} circle={circle} locale={locale} />
        </>
      )}
    </article>
  )
}

/** Who is coming, and whether there is room. */
function Company({ circle: { coming, seats, free, answer, begun }, locale }: Pick<Props, 'circle' | 'locale'>) {
  const t = textOf(locale, 'circle')
  const nameless = textOf(locale, 'room')('nameless')
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(coming.map(({ name }) => name || nameless))
  return (
    <div className="grid gap-1.5">
      <p>
        {coming.length > 0
          ? t(begun ? 'joined' : 'coming', { names, count: coming.length })
          : t(answer === 'JOINED' ? 'onlyYou' : begun ? 'nobodyJoined' : 'nobodyYet')}
      </p>
      <p className="text-muted">{t('seats', { seats, free })}</p>
      {free === 0 && answer === 'INVITED' && <p className="text-muted">{t('fullText')}</p>}
    </div>
  )
}

function Answers({ eventId, circle: { circleId, answer, free }, locale }: Props) {
  const t = textOf(locale, 'circle')
  const fields = { eventId, circleId }
  return (
    <div className="flex flex-wrap items-start gap-3">
      {answer === 'INVITED' && free > 0 && (
        <SmallForm action={joinCircle} fields={fields} tone="strong" label={t('join')} pending={t('joining')} />
      )}
      <SmallForm
        action={declineCircle}
        fields={fields}
        label={t(answer === 'JOINED' ? 'leave' : 'notTonight')}
        pending={t('joining')}
      />
    </div>
  )
}

import { isolated } from '@/text/isolated'
import { textOf, type Locale } from '@/text/translator'
import { block, declineCircle, propose, undo } from '../_actions'
import type { Circle } from '../_lib/circle'
import { QuietDetails } from './quiet-details'
import { SmallForm } from './small-form'

interface Props {
  readonly eventId: string
  readonly circle: Circle
  readonly locale: Locale
}

/** 'Who sat with you?': the others at the table, each with 'we met'. */
export function WhoSat({ eventId, circle: { circleId, coming, ended }, locale }: Props) {
  const t = textOf(locale, 'circle')
  const nameless = textOf(locale, 'room')('nameless')
  return (
    <>
      {coming.length === 0 ? (
        <p className="text-muted">{t('aloneAtTable')}</p>
      ) : (
        <>
          <div className="grid gap-1 border-t border-line pt-4">
            <h4 className="font-display text-question">{t('whoSat')}</h4>
            <p className="text-small text-muted">{t('whoSatLead')}</p>
          </div>
          <ul className="grid gap-3">
            {coming.map((person) => (
              <li key={person.personId} className="border-t border-line pt-3">
                <TableMate eventId={eventId} person={person} locale={locale} />
              </li>
            ))}
          </ul>
        </>
      )}
      <QuietDetails summary={t('more')}>
        {!ended && (
          <SmallForm action={declineCircle} fields={{ eventId, circleId }} label={t('leave')} pending={t('joining')} />
        )}
        {coming.map(({ personId, name }) => (
          <SmallForm
            key={personId}
            action={block}
            fields={{ eventId, personId }}
            tone="danger"
            label={t('block', { name: name || nameless })}
            pending={t('joining')}
          />
        ))}
      </QuietDetails>
    </>
  )
}

function TableMate({ eventId, person, locale }: Omit<Props, 'circle'> & { readonly person: Circle['coming'][number] }) {
  const m = textOf(locale, 'meeting')
  const name = person.name || textOf(locale, 'room')('nameless')
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2">
      <p className="font-display text-[1.3rem] leading-tight">
        <bdi>{name}</bdi>
      </p>
      {person.metState === 'MET' && <p className="font-medium text-good">{textOf(locale, 'circle')('youMet')}</p>}
      {person.metState === 'NOT_YET' && (
        <SmallForm action={propose} fields={{ eventId, personId: person.personId }} label={m('met')} pending={m('sending')} />
      )}
      {person.metState === 'PROPOSED_BY_ME' && (
        <>
          <p className="w-full text-small text-muted">
            {m('waiting', { name: isolated(name) })}
          </p>
          <SmallForm action={undo} fields={{ eventId, meetingId: person.meetingId }} label={m('withdraw')} pending={m('sending')} />
        </>
      )}
    </div>
  )
}

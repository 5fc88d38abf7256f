import { textOf, type Locale } from '@/text/translator'
import { block, keep, notTonight } from '../../../_actions'
import { QuietDetails } from '../../../_components/quiet-details'
import { SmallForm } from '../../../_components/small-form'
import type { PersonShown } from '../_lib/person-shown'

/** What the viewer may do about somebody's place on their list; of none of it the other is told. */
export function OnYourList({
  eventId,
  person: { personId, name, suggested, kept },
  locale,
}: {
  readonly eventId: string
  readonly person: Pick<PersonShown, 'personId' | 'name' | 'suggested' | 'kept'>
  readonly locale: Locale
}) {
  const t = textOf(locale, 'person')
  const room = textOf(locale, 'room')
  const pending = textOf(locale, 'meeting')('sending')
  const them = { eventId, personId }
  return (
    <section aria-label={t('list')} className="grid gap-6 border-t border-line pt-6">
      {suggested && (
        <div className="grid gap-4">
          <p dir="auto" className="max-w-measure text-small text-muted">
            {t(kept ? 'listKept' : 'listLead', { name })}
          </p>
          <div className="flex flex-wrap gap-3">
            <SmallForm
              action={keep}
              fields={{ ...them, keep: kept ? 'no' : 'yes' }}
              label={t(kept ? 'letGo' : 'keep')}
              pending={pending}
            />
            <SmallForm action={notTonight} fields={them} label={t('notTonight')} pending={pending} />
          </div>
        </div>
      )}
      <QuietDetails summary={room('more', { name })}>
        <SmallForm
          action={block}
          fields={them}
          tone="danger"
          label={room('block')}
          pending={room('blocking')}
          lead={room('blockLead', { name })}
        />
      </QuietDetails>
    </section>
  )
}

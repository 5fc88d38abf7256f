import { ActionForm } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import type { createCaller } from '@/server/api/root'
import { textOf, type Locale } from '@/text/translator'
import { open } from '../_actions'

/** The circles of an evening as its hosts see them. */
export type Plan = Awaited<ReturnType<ReturnType<typeof createCaller>['circle']['plan']>>

/** Which circle to open, when and where: topics to choose from, as numbers of people. */
export function Proposals({
  eventId,
  path,
  plan: { proposals, usualTime },
  locale,
}: {
  readonly eventId: string
  readonly path: string
  readonly plan: Plan
  readonly locale: Locale
}) {
  const t = textOf(locale, 'circle')
  return (
    <ActionForm action={open.bind(null, { eventId, path })} submit={t('open')} pending={t('opening')}>
      {/* Drawn anew when the topics change, so that the first of them is chosen. */}
      <fieldset key={proposals.map(({ slug }) => slug).join()} className="grid gap-3">
        <legend className="sr-only">{t('proposals')}</legend>
        {proposals.map(({ slug, label, ...numbers }, index) => (
          <label
            key={slug}
            className="flex items-start gap-4 border-t-2 border-line bg-raised px-5 py-4 has-checked:border-accent has-focus-visible:outline-3 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="topic"
              value={slug}
              defaultChecked={index === 0}
              required
              className="mt-1.5 size-5 shrink-0 accent-accent"
            />
            <span className="grid gap-1">
              <span dir="auto" className="font-display text-heading">
                {label}
              </span>
              <span className="text-muted">{t('fitting', { ...numbers, ...inWords(numbers) })}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="grid gap-5 sm:grid-cols-[10rem_1fr]">
        <Field name="time" type="time" label={t('time')} defaultValue={usualTime} required />
        <Field name="place" label={t('place')} placeholder={t('placeExample')} maxLength={120} autoComplete="off" />
      </div>
    </ActionForm>
  )
}

/** Where numbers are the same, the sentence says 'all' in place of the number once more. */
function inWords({ choosers, invited, seats, newcomers }: Pick<Plan['proposals'][number], 'choosers' | 'invited' | 'seats' | 'newcomers'>) {
  return {
    invitedAre: invited === choosers ? 'all' : 'some',
    seatsFor: seats >= invited ? 'all' : 'some',
    newcomersAre: newcomers === 0 ? 'none' : newcomers === invited ? 'all' : 'some',
  }
}

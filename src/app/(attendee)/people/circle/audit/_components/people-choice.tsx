import { shortDay } from '@/text/due-words'
import { textOf, type Locale } from '@/text/translator'

/** Some of one's people to tick, each with when they were last in touch. */
export function PeopleChoice({
  people,
  today,
  locale,
}: {
  readonly people: readonly { readonly contactId: string; readonly name: string; readonly lastOn: string | null }[]
  readonly today: string
  readonly locale: Locale
}) {
  const t = textOf(locale, 'myCircle')
  return (
    <ul>
      {people.map(({ contactId, name, lastOn }) => (
        <li key={contactId} className="border-t border-line last:border-b">
          <label className="flex min-h-[max(3.25rem,44px)] items-start gap-4 py-3">
            <input type="checkbox" name="contact" value={contactId} className="mt-[0.1em] size-6 shrink-0 accent-accent" />
            <span className="grid min-w-0 gap-0.5">
              <span dir="auto" className="font-display text-[1.3rem] leading-tight">
                {name || textOf(locale, 'people')('nameless')}
              </span>
              <span className="text-small text-muted">
                {lastOn === null ? t('silence.NEVER') : t('audit.lastInTouch', { day: shortDay(locale, lastOn, today) })}
              </span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}

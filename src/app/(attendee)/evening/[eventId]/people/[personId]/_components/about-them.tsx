import { textOf, type Locale } from '@/text/translator'
import type { PersonShown } from '../_lib/person-shown'

/** Why the two should meet and how to begin, then what the other shows of themself, what both like first. */
export function AboutThem({ person, locale }: { readonly person: PersonShown; readonly locale: Locale }) {
  const t = textOf(locale, 'person')
  const { shared, others } = person.interests
  const list = (labels: readonly string[]) => new Intl.ListFormat(locale, { type: 'unit' }).format(labels)
  const facts = [
    { term: t('both'), text: list(shared) },
    { term: t(shared.length > 0 ? 'also' : 'likes'), text: list(others) },
    { term: t('ask'), text: person.ask },
    { term: t('offer'), text: person.offer },
    { term: t('organization'), text: person.organization },
    { term: t('city'), text: person.city },
  ].filter(({ text }) => text !== '')
  return (
    <>
      {(person.reasons.length > 0 || person.question !== '') && (
        <section aria-label={t('reasons')} className="grid gap-5 border-t-2 border-ink pt-5">
          <ul className="grid gap-1.5">
            {person.reasons.map((reason) => (
              <li key={reason} dir="auto">
                {reason}
              </li>
            ))}
          </ul>
          {person.question && (
            <div>
              <p className="mb-1 text-small text-muted">{textOf(locale, 'room')('questionLabel')}</p>
              <p dir="auto" className="font-display text-question text-accent">
                {person.question}
              </p>
            </div>
          )}
        </section>
      )}
      {facts.length > 0 && (
        <dl className="grid gap-5 border-t border-line pt-5">
          {facts.map(({ term, text }) => (
            <div key={term} className="grid gap-0.5">
              <dt className="text-small text-muted">{term}</dt>
              <dd dir="auto" className="max-w-measure wrap-anywhere">
                {text}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

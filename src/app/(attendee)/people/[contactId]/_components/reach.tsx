import { fieldLink } from '@/domain/contact/field-link'
import { textOf, type Locale } from '@/text/translator'
import type { ShownContact } from '../_lib/shown-contact'

/** The ways to reach somebody, each a link where it plainly is one. */
export function Reach({ contact, locale }: { readonly contact: ShownContact; readonly locale: Locale }) {
  const t = textOf(locale, 'people')
  if (contact.fields.length === 0) return null
  return (
    <dl className="grid gap-1">
      {contact.fields.map(({ id, kind, label, value, sharedById }) => {
        const href = fieldLink(kind, value)
        return (
          <div key={id} className="grid sm:grid-cols-[10rem_1fr] sm:items-center">
            <dt dir="auto" className="text-small text-muted">
              {label || t(`fieldKinds.${kind}`)}
              {sharedById !== null && ` (${t('sharedByThem')})`}
            </dt>
            <dd dir="auto" className="whitespace-pre-line">
              {href === null ? (
                value
              ) : (
                <a href={href} rel="noreferrer noopener" className="link inline-flex min-h-[max(2.75rem,44px)] items-center">
                  {value}
                </a>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

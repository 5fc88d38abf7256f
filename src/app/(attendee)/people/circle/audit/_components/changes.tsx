import Link from 'next/link'
import { Section } from '@/components/ui/page'
import { textOf, type Locale } from '@/text/translator'
import type { api } from '@/trpc/server'
import type { Trail } from '../_lib/trail'

type Changed = Awaited<ReturnType<Awaited<ReturnType<typeof api>>['myCircle']['changed']>>

/** What the audit changed, each with the page where it can be changed back. */
export function Changes({ changed, trail, locale }: { readonly changed: Changed; readonly trail: Trail; readonly locale: Locale }) {
  const t = textOf(locale, 'myCircle')
  const nameless = textOf(locale, 'people')('nameless')
  const lines = [
    ...changed.missed.map(({ contactId, name }) => ({ href: `/people/${contactId}`, label: name || nameless, text: t('audit.doneMissed') })),
    ...changed.quiet.map(({ contactId, name }) => ({ href: `/people/${contactId}`, label: name || nameless, text: t('audit.doneQuiet') })),
    ...(trail.more ? [{ href: '/people/circle#more', label: t('audit.doneMore'), text: '' }] : []),
    ...(trail.rhythm ? [{ href: '/people/circle/audit?step=rhythm', label: t('audit.doneRhythm'), text: '' }] : []),
  ]
  if (lines.length === 0) return <p>{t('audit.nothingChanged')}</p>
  return (
    <Section id="changed" title={t('audit.changed')} lead={t('audit.undoHint')}>
      <ul>
        {lines.map(({ href, label, text }) => (
          <li key={`${href} ${text}`} className="border-t border-line last:border-b">
            <p className="flex flex-wrap items-center gap-x-4 py-1">
              <Link prefetch={false} dir="auto" href={href} className="link inline-block py-2.5 font-medium">
                {label}
              </Link>
              {text && <span className="text-muted">{text}</span>}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

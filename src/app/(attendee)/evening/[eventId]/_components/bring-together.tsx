import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/page'
import { isolated } from '@/text/isolated'
import { textOf, type Locale } from '@/text/translator'
import { api } from '@/trpc/server'

/** 'You know both': people whom the reader met here and who have something in common. */
export async function BringTogether({ eventId, locale }: { readonly eventId: string; readonly locale: Locale }) {
  const pairs = await (await api()).introduction.pairs({ eventId })
  if (pairs.length === 0) return null
  const t = textOf(locale, 'introduction')
  return (
    <Section id="together" title={t('eveningTitle')} lead={t('eveningLead')}>
      {pairs.map(({ oneContactId, oneName, otherContactId, otherName }) => (
        <div key={oneContactId} className="grid justify-items-start gap-3">
          <p>{t('eveningPair', { one: isolated(oneName) || t('nameless'), other: isolated(otherName) || t('nameless') })}</p>
          <ButtonLink tone="quiet" href={`/introductions/new?one=${oneContactId}&other=${otherContactId}`}>
            {t('eveningAction')}
          </ButtonLink>
        </div>
      ))}
    </Section>
  )
}

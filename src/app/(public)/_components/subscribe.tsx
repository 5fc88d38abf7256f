import { buttonClass } from '@/components/ui/button'
import { CopyField } from '@/components/ui/copy-field'
import { Section } from '@/components/ui/page'
import { textOf, type Locale } from '@/text/translator'

/** A feed to subscribe to: by one tap where a calendar answers to webcal, else by its address. */
export function Subscribe({ feed, locale }: { readonly feed: string; readonly locale: Locale }) {
  const t = textOf(locale, 'publicPages')
  return (
    <Section id="subscribe" title={t('subscribe')} lead={t('subscribeText')}>
      <div>
        <a href={feed.replace(/^https?:/, 'webcal:')} className={buttonClass({ tone: 'quiet' })}>
          {t('subscribeOpen')}
        </a>
      </div>
      <CopyField label={t('feedAddress')} value={feed} copy={t('copy')} copied={t('copiedAddress')} />
    </Section>
  )
}

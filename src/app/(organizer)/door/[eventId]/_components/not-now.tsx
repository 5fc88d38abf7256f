import { ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { textOf, type Locale } from '@/text/translator'
import type { Refusal } from '@/trpc/refusal'

/** What a host is shown of their door before and after its time. */
export function NotNow({ refusal, locale }: { readonly refusal: Refusal; readonly locale: Locale }) {
  const t = textOf(locale, 'errors')
  return (
    <Page
      title={t(refusal.code === 'CONFLICT' ? 'doorEarlyTitle' : 'doorOverTitle')}
      lead={refusal.message}
      action={
        <ButtonLink tone="quiet" href="/">
          {textOf(locale, 'slip')('home')}
        </ButtonLink>
      }
    />
  )
}

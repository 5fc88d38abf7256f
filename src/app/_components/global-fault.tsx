'use client'

import { Button } from '@/components/ui/button'
import { localeOf, textOf } from '@/text/translator'

/** The words of the page of last resort, in the browser's language. */
export function GlobalFault({ reset }: { readonly reset: () => void }) {
  const t = textOf(localeOf(navigator.language), 'ui')
  return (
    <main className="mx-auto grid w-full max-w-narrow gap-6 px-5 pt-14">
      <h1 className="text-title">{t('fault.title')}</h1>
      <p className="text-lead text-muted">{t('fault.text')}</p>
      <p>
        <Button type="button" onClick={reset}>
          {t('fault.retry')}
        </Button>
      </p>
    </main>
  )
}

import { Button } from '@/components/ui/button'
import { textOf, type Locale } from '@/text/translator'
import { FIELDS, type Fields } from '../_lib/series-fields'
import { Preview } from './preview'
import { PreviewOnChange } from './preview-on-change'

/** Beside the form: the dates that follow from what stands in it, kept up to date while it changes. */
export function PreviewAside({
  communityId,
  fields,
  locale,
}: {
  readonly communityId: string
  readonly fields: Fields
  readonly locale: Locale
}) {
  const t = textOf(locale, 'series')
  return (
    <section
      id="preview"
      aria-labelledby="preview-heading"
      aria-live="polite"
      className="grid gap-4 border-t-2 border-ink bg-raised px-5 py-5 lg:sticky lg:top-6"
    >
      <PreviewOnChange fields={FIELDS} />
      <h2 id="preview-heading" className="text-heading">
        {t('preview')}
      </h2>
      <Preview communityId={communityId} fields={fields} locale={locale} />
      <noscript>
        <Button tone="quiet" name="intent" value="preview" formNoValidate>
          {t('show')}
        </Button>
      </noscript>
    </section>
  )
}

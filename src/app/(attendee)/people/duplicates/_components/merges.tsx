import { InlineForm } from '@/components/ui/inline-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { textOf, type Locale } from '@/text/translator'
import { takeBack } from '../_actions'
import type { Duplicates } from './pair'

/** What was merged, each taken back with one tap. */
export function Merges({ id, merges, locale }: { readonly id: string; readonly merges: Duplicates['merges']; readonly locale: Locale }) {
  const t = textOf(locale, 'duplicates')
  return (
    <ul id={id} className="grid gap-3">
      {merges.map(({ mergeId, goneName, name }) => (
        <li key={mergeId}>
          <InlineForm action={takeBack} className="flex flex-wrap items-center gap-x-5 gap-y-1">
            <span dir="auto" id={mergeId} className="min-w-0 wrap-anywhere">
              {t('mergedLine', { goneName, name })}
            </span>
            <input type="hidden" name="mergeId" value={mergeId} />
            <SubmitButton tone="quiet" pending={t('undoing')} describedBy={mergeId}>
              {t('undo')}
            </SubmitButton>
          </InlineForm>
        </li>
      ))}
    </ul>
  )
}

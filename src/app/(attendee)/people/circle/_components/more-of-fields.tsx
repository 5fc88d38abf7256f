import { Field } from '@/components/ui/field'
import { textOf, type Locale } from '@/text/translator'
import { InterestPicker } from '../../../_components/interest-picker'
import type { Circle } from '../_lib/circle'

/** The longest list of suggestions, for which the picker needs a sentence. */
const FOUND_AT_MOST = 6

/** What somebody wants more of, to be chosen: interests, and a line of their own. */
export function MoreOfFields({
  moreOf,
  offered,
  locale,
}: {
  readonly moreOf: Circle['moreOf']
  readonly offered: readonly { readonly slug: string; readonly label: string }[]
  readonly locale: Locale
}) {
  const t = textOf(locale, 'myCircle')
  const profile = textOf(locale, 'profile')
  const chosen = new Set(moreOf.wishes.map(({ slug }) => slug))
  return (
    <div className="grid gap-6">
      <fieldset className="grid gap-3">
        <legend className="mb-3 font-semibold">{t('moreInterests')}</legend>
        <InterestPicker
          key={[...chosen].join(' ')}
          mine={moreOf.wishes}
          offered={offered.filter(({ slug }) => !chosen.has(slug))}
          words={{
            search: profile('search'),
            searchHint: profile('searchHint'),
            add: profile('addWord'),
            unreadable: profile('interestUnreadable'),
            found: Array.from({ length: FOUND_AT_MOST + 1 }, (_, count) => profile('found', { count })),
          }}
        />
      </fieldset>
      <Field name="words" id="more-words" label={t('moreWords')} hint={t('moreWordsHint')} defaultValue={moreOf.words} maxLength={200} />
    </div>
  )
}

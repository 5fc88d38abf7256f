import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { ThumbBar } from '@/components/ui/page'
import { Select } from '@/components/ui/select'
import { textOf, type Locale } from '@/text/translator'

interface Props {
  readonly people: readonly { readonly contactId: string; readonly name: string }[]
  /** Why the two that were chosen cannot be brought together; empty if nothing was tried. */
  readonly problem: string
  readonly one: string
  readonly other: string
  /** The ask whose asker is the first of the two. */
  readonly ask: string
  readonly locale: Locale
}

/** Chooses the two: a plain form that leads to the same page with both in its address. */
export function ChooseTwo({ people, problem, one, other, ask, locale }: Props) {
  const t = textOf(locale, 'introduction')
  if (people.length < (ask === '' ? 2 : 1)) return <EmptyState title={t('tooFewTitle')}>{t('tooFew')}</EmptyState>
  const options = [{ value: '', label: t('choose') }, ...people.map(({ contactId, name }) => ({ value: contactId, label: name || t('nameless') }))]
  // Somebody of one's own list who cannot be introduced was chosen on their page.
  const unreachable = one !== '' && !people.some(({ contactId }) => contactId === one)
  return (
    <form method="get" className="grid gap-8">
      {problem !== '' && <Notice tone="error">{problem}</Notice>}
      {problem === '' && unreachable && <Notice tone="warn">{t('unreachableOne')}</Notice>}
      <div className="grid gap-6">
        {ask === '' ? (
          <Select name="one" label={t('one')} options={options} defaultValue={unreachable ? '' : one} required />
        ) : (
          <input type="hidden" name="ask" value={ask} />
        )}
        <Select name="other" label={t(ask === '' ? 'and' : 'whoKnows')} options={options} defaultValue={other} required />
      </div>
      <p className="max-w-measure text-small text-muted">{t('whoIsHere')}</p>
      <ThumbBar>
        <Button>{t('goOn')}</Button>
      </ThumbBar>
    </form>
  )
}

import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { BADGE_FORMAT_NAMES } from '@/domain/badges/formats'
import { textOf, type Locale } from '@/text/translator'
import type { BadgesAsked } from '../_lib/badges-asked'

/** Whose badges, and on which paper: a form that only leads to another address of the same page. */
export function Choice({ asked, locale }: { readonly asked: BadgesAsked; readonly locale: Locale }) {
  const t = textOf(locale, 'badges')
  const people = (['in', 'going', 'blank'] as const).map((value) => ({ value, label: t(`whoIs.${value}`) }))
  const papers = BADGE_FORMAT_NAMES.map((value) => ({ value, label: t(`formats.${value}`) }))
  return (
    <form method="get" className="group grid items-end gap-x-6 gap-y-5 sm:grid-cols-2">
      {asked.personId === null ? (
        <Select name="who" label={t('who')} options={people} defaultValue={asked.who} />
      ) : (
        <Select name="person" label={t('who')} options={[{ value: asked.personId, label: t('one') }, { value: '', label: t('whoIs.in') }]} defaultValue={asked.personId} />
      )}
      <Select name="format" label={t('format')} options={papers} defaultValue={asked.format} />
      {asked.since !== null && asked.who === 'in' && <input type="hidden" name="since" value={asked.since} />}
      {asked.who === 'blank' && (
        <Field name="blank" type="number" label={t('howMany')} min={1} max={240} defaultValue={asked.blank} inputMode="numeric" />
      )}
      <div>
        <Button tone="quiet">{t('show')}</Button>
      </div>
    </form>
  )
}

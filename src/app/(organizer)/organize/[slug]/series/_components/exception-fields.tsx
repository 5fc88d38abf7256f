import { Button } from '@/components/ui/button'
import { ChipChoice } from '@/components/ui/chip'
import { Field } from '@/components/ui/field'
import { textOf, type Locale } from '@/text/translator'
import { dateLabel } from '../_lib/date-label'
import type { Fields } from '../_lib/series-fields'

/**
 * What a series leaves out and adds: ticked dates, and a field for another one. Its button puts the date on
 * the list, and so into what is previewed; saving takes one that stands in the field along as well.
 */
export function ExceptionFields({ fields, locale }: { readonly fields: Fields; readonly locale: Locale }) {
  const t = textOf(locale, 'series')
  const lists = [
    { name: 'skip', type: 'date', title: t('skips'), hint: t('skipsHint'), label: t('skip'), add: t('skipAdd') },
    { name: 'extra', type: 'datetime-local', title: t('extras'), hint: t('extrasHint'), label: t('extra'), add: t('extraAdd') },
  ]
  return (
    <fieldset id="exceptions" className="grid gap-8 sm:grid-cols-2">
      <legend className="mb-4 font-display text-heading">{t('exceptions')}</legend>
      {lists.map(({ name, type, title, hint, label, add }) => {
        const values = fields.all(name).filter((value) => value !== '')
        return (
          <fieldset key={name} className="grid content-start gap-3">
            <legend className="mb-1 font-semibold">{title}</legend>
            <p className="text-small text-muted">
              {hint} {values.length > 0 && t('listHint')}
            </p>
            {values.length > 0 && (
              <div className="flex flex-wrap gap-2">
                {values.map((value) => (
                  <ChipChoice key={value} name={name} value={value} label={dateLabel(value, locale)} defaultChecked />
                ))}
              </div>
            )}
            <Field
              // Another one is empty again once this one is on the list.
              key={values.length}
              name={`${name}New`}
              type={type}
              label={label}
              min={type === 'date' ? '2000-01-01' : '2000-01-01T00:00'}
              max={type === 'date' ? '2100-12-31' : '2100-12-31T23:59'}
            />
            <Button tone="quiet" name="intent" value="exceptions" formNoValidate className="justify-self-start">
              {add}
            </Button>
          </fieldset>
        )
      })}
    </fieldset>
  )
}

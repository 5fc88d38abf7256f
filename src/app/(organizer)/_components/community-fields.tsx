import { TimeZoneSelect } from '@/app/_components/time-zone-select'
import { Field } from '@/components/ui/field'
import { textOf, type Locale } from '@/text/translator'

/** What an owner says of a community, filled with what it is now. */
export function CommunityFields({
  locale,
  now,
}: {
  readonly locale: Locale
  readonly now?: { readonly name: string; readonly timeZone: string; readonly postalAddress: string }
}) {
  const t = textOf(locale, 'community')
  return (
    <>
      <Field name="name" label={t('name')} defaultValue={now?.name} required maxLength={120} />
      <TimeZoneSelect
        label={t('timeZone')}
        hint={t('timeZoneHint')}
        choose={t('timeZoneChoose')}
        zone={now?.timeZone}
      />
      <Field
        name="postalAddress"
        label={t('postalAddress')}
        hint={t('postalAddressHint')}
        defaultValue={now?.postalAddress}
        autoComplete="street-address"
        maxLength={300}
      />
    </>
  )
}

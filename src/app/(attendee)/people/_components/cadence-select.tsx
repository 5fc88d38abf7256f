import { Select } from '@/components/ui/select'
import { CADENCES, type Cadence } from '@/domain/follow-up/cadence'
import { textOf, type Locale } from '@/text/translator'

/** How often to be in touch, or what else says so. */
export function CadenceSelect({
  id,
  label,
  inherit,
  value,
  locale,
}: {
  readonly id: string
  readonly label: string
  /** What it reads where nothing is chosen. */
  readonly inherit: string
  readonly value: Cadence | null
  readonly locale: Locale
}) {
  const t = textOf(locale, 'people')
  const options = CADENCES.map((cadence) => ({ value: cadence, label: t(`cadence.${cadence}`) }))
  return <Select id={id} name="cadence" label={label} defaultValue={value ?? ''} options={[{ value: '', label: inherit }, ...options]} />
}

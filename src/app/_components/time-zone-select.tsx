import { Select } from '@/components/ui/select'
import { BrowserZone } from './browser-zone'

/**
 * The choice of an IANA time zone, `timeZone` in the form. Where none is given, the browser's own is
 * taken, or chosen by hand where there is no JavaScript.
 */
export function TimeZoneSelect({
  label,
  hint,
  choose,
  zone,
}: {
  readonly label: string
  readonly hint?: string
  /** What stands there while nothing is chosen. */
  readonly choose: string
  readonly zone?: string | undefined
}) {
  const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), ...(zone ? [zone] : [])])
  const options = [...zones].sort().map((value) => ({ value, label: value.replaceAll('_', ' ') }))
  return (
    <>
      <Select
        name="timeZone"
        label={label}
        hint={hint}
        required
        defaultValue={zone ?? ''}
        options={zone ? options : [{ value: '', label: choose }, ...options]}
      />
      {zone === undefined && <BrowserZone selectId="timeZone" />}
    </>
  )
}

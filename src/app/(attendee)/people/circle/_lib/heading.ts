import type { CircleRow } from '@/domain/my-circle/show-circle'
import { SILENCES } from '@/domain/my-circle/silence'
import { textOf, type Locale } from '@/text/translator'

/** What a heading of the circle is called; what it is, where that does not go without saying. */
export function headingOf({ kind, label }: Pick<CircleRow, 'kind' | 'label'>, locale: Locale): { readonly name: string; readonly what: string } {
  const t = textOf(locale, 'myCircle')
  const silence = SILENCES.find((one) => one === kind)
  if (kind === null) return { name: label, what: '' }
  if (silence) return { name: t(`silence.${silence}`), what: '' }
  if (kind === 'INTRODUCTION') return { name: t('introduced'), what: '' }
  const tie = (['EVENT', 'GROUP', 'TAG', 'ORGANIZATION'] as const).find((one) => one === kind)
  return { name: label, what: tie ? t(`tie.${tie}`) : '' }
}

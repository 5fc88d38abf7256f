import { describeRule } from '@/domain/recurrence/describe-rule'
import { textOf, type Locale } from '@/text/translator'

/** A recurrence rule as a person says it: every Thursday. */
export function ruleInWords(rrule: string, locale: Locale): string {
  const { code, params } = describeRule(rrule)
  return textOf(locale, 'recurrence')(code, params)
}

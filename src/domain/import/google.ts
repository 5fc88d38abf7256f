import type { Column, Target } from './columns'

/** Google's headings of both generations: the one up to 2023, and the one that follows it. */
const COLUMNS: Readonly<Record<string, Target>> = {
  Name: 'NAME',
  'Given Name': 'FIRST_NAME',
  'First Name': 'FIRST_NAME',
  'Additional Name': 'MIDDLE_NAME',
  'Middle Name': 'MIDDLE_NAME',
  'Family Name': 'LAST_NAME',
  'Last Name': 'LAST_NAME',
  Birthday: 'BIRTHDAY',
  Notes: 'NOTE',
  'Group Membership': 'TAGS',
  Labels: 'TAGS',
  'Organization Name': 'ORGANIZATION',
  'Organization Title': 'TITLE',
  'Organization 1 - Name': 'ORGANIZATION',
  'Organization 1 - Title': 'TITLE',
}
const NUMBERED: readonly (readonly [RegExp, Target])[] = [
  [/^E-mail \d+ - Value$/u, 'EMAIL'],
  [/^Phone \d+ - Value$/u, 'PHONE'],
  [/^Website \d+ - Value$/u, 'URL'],
  [/^Address \d+ - Formatted$/u, 'ADDRESS'],
]

/** Whether this is the header of a list of contacts from Google. */
export function isGoogle(header: readonly string[]): boolean {
  const names = new Set(header.map((name) => name.trim()))
  const named = (names.has('Given Name') && names.has('Family Name')) || (names.has('First Name') && names.has('Last Name'))
  return named && header.some((name) => /^(?:E-mail|Phone) \d+ - (?:Value|Type|Label)$/u.test(name.trim()))
}

export function googleColumns(header: readonly string[]): Column[] {
  const names = header.map((name) => name.trim())
  return names.map((name) => {
    const target = COLUMNS[name] ?? NUMBERED.find(([pattern]) => pattern.test(name))?.[1] ?? 'NONE'
    // 'Phone 1 - Value' is called what stands below 'Phone 1 - Type', or '- Label' since 2024.
    const stem = /^(.* \d+ - )(?:Value|Formatted)$/u.exec(name)?.[1]
    const labelAt = stem === undefined ? -1 : names.findIndex((other) => other === `${stem}Type` || other === `${stem}Label`)
    return { header: name, target, label: '', labelAt: labelAt === -1 ? null : labelAt }
  })
}

import type { Column, Target } from './columns'

/** The header of `Connections.csv`; it stands below some lines of notes and a blank one. */
const COLUMNS: Readonly<Record<string, Target>> = {
  'First Name': 'FIRST_NAME',
  'Last Name': 'LAST_NAME',
  URL: 'URL',
  'Email Address': 'EMAIL',
  Company: 'ORGANIZATION',
  Position: 'TITLE',
  'Connected On': 'CONNECTED_ON',
}

/** Whether this is the header of LinkedIn's list of connections; older ones have no URL. */
export function isLinkedIn(header: readonly string[]): boolean {
  const names = new Set(header.map((name) => name.trim()))
  return ['First Name', 'Last Name', 'Connected On'].every((name) => names.has(name))
}

export function linkedInColumns(header: readonly string[]): Column[] {
  return header.map((name) => {
    const target = COLUMNS[name.trim()] ?? 'NONE'
    return { header: name, target, label: target === 'URL' ? 'linkedin' : '', labelAt: null }
  })
}

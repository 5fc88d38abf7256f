import { AUDIT_STEPS, type AuditStep } from '@/domain/my-circle/audit'
import { idPattern } from '@/domain/ids'

/** What was answered so far; it stands in the address, so that going back and forth works without scripts. */
export interface Trail {
  readonly missed: readonly string[]
  readonly quiet: readonly string[]
  readonly more: boolean
  readonly rhythm: boolean
}

/** More are of no question of the audit. */
const IDS = 50

/** Ids of contacts out of a word of an address; anything else is passed over. */
export function idsIn(word: string): string[] {
  const pattern = idPattern('contact')
  return [...new Set(word.split('.'))].filter((id) => pattern.test(id)).slice(0, IDS)
}

/** Reads it from an address or a form, by what gives a name's value. */
export function readTrail(valueOf: (name: keyof Trail) => string): Trail {
  return { missed: idsIn(valueOf('missed')), quiet: idsIn(valueOf('quiet')), more: valueOf('more') !== '', rhythm: valueOf('rhythm') !== '' }
}

/** The trail as names and values, for a form's hidden fields as for an address. */
export function trailFields(trail: Trail): Readonly<Record<string, string>> {
  const fields = { missed: trail.missed.join('.'), quiet: trail.quiet.join('.'), more: trail.more ? '1' : '', rhythm: trail.rhythm ? '1' : '' }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}

/** The step of an address; the first where it names none. */
export function stepOf(word: string): AuditStep | 'done' {
  return word === 'done' ? 'done' : (AUDIT_STEPS.find((step) => step === word) ?? AUDIT_STEPS[0])
}

/** What comes after a step. */
export function stepAfter(step: AuditStep): AuditStep | 'done' {
  return AUDIT_STEPS[AUDIT_STEPS.indexOf(step) + 1] ?? 'done'
}

/** Where a step is, with what was answered before it. */
export function auditPath(step: AuditStep | 'done', trail: Trail): string {
  return `/people/circle/audit?${new URLSearchParams({ step, ...trailFields(trail) }).toString()}`
}

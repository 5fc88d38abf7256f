import { z } from 'zod'
import { alikeNames, comparedName } from './alike-names'
import type { FieldKind } from './field-key'

/** An entry of one person's list, as it is compared with the others. */
export interface Compared {
  readonly id: string
  readonly name: string
  readonly organization: string
  /** The member it is linked to: two of them are two people. */
  readonly userId: string | null
  readonly fields: readonly { readonly kind: FieldKind; readonly key: string; readonly value: string }[]
}

/** Why two entries may be one person; the words stand in the catalogue. */
export const likenessReason = z.discriminatedUnion('code', [
  z.object({ code: z.literal('EMAIL'), value: z.string() }),
  z.object({ code: z.literal('PHONE'), value: z.string() }),
  z.object({ code: z.literal('URL'), value: z.string() }),
  z.object({ code: z.literal('NAME_AND_ORGANIZATION'), value: z.string() }),
  z.object({ code: z.literal('NAME') }),
  z.object({ code: z.literal('NAME_ALIKE') }),
])
export type LikenessReason = z.infer<typeof likenessReason>

export interface Likeness {
  /** Ids in order (a < b). */
  readonly aId: string
  readonly bId: string
  readonly reasons: readonly LikenessReason[]
  /** Same name, and the same e-mail address, phone number or web address. */
  readonly sure: boolean
}

/** Of more than so many that share something each is set beside the first alone. */
const CROWD = 6

const STRONG = new Set<FieldKind>(['EMAIL', 'PHONE', 'URL'])

/** The pairs of a group: all, or of a crowd each with its first, so that none makes a square of it. */
function* pairsOf<T>(group: readonly T[]): Generator<readonly [T, T]> {
  const firsts = group.length > CROWD ? group.slice(0, 1) : group
  for (const [at, one] of firsts.entries()) for (const two of group.slice(at + 1)) yield [one, two]
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/**
 * Entries that may be one person, with the reasons, the surest first. What a whole crowd shares, an office's number or
 * a common name, counts only for those whose names are the same too.
 *
 * @param apart pairs of which the owner said that they are two people, as `a b` with ids in order
 */
export function findDuplicates(contacts: readonly Compared[], apart: ReadonlySet<string>): Likeness[] {
  const names = new Map(contacts.map(({ id, name }) => [id, comparedName(name)]))
  const nameOf = ({ id }: Compared) => names.get(id) ?? ''
  const found = new Map<string, { a: Compared; b: Compared; reasons: LikenessReason[] }>()
  const note = (one: Compared, two: Compared, reason: LikenessReason) => {
    if (one.id === two.id || (one.userId !== null && two.userId !== null)) return
    const [a, b] = one.id < two.id ? [one, two] : [two, one]
    const key = `${a.id} ${b.id}`
    if (apart.has(key)) return
    const pair = found.get(key) ?? { a, b, reasons: [] }
    if (!pair.reasons.some(({ code }) => code === reason.code)) pair.reasons.push(reason)
    found.set(key, pair)
  }

  const holders = contacts.flatMap((contact) =>
    contact.fields.filter(({ kind }) => STRONG.has(kind)).map((field) => ({ contact, ...field })),
  )
  for (const group of groupBy(holders, ({ kind, key }) => `${kind} ${key}`).values()) {
    const parts = group.length > CROWD ? groupBy(group, ({ contact }) => nameOf(contact)).values() : [group]
    for (const part of parts) {
      for (const [one, two] of pairsOf(part)) {
        if (one.kind !== 'ADDRESS') note(one.contact, two.contact, { code: one.kind, value: one.value })
      }
    }
  }
  const named = groupBy(contacts.filter((contact) => nameOf(contact) !== ''), nameOf)
  for (const group of named.values()) {
    for (const same of groupBy(group, ({ organization }) => comparedName(organization)).values()) {
      const organization = same[0]?.organization ?? ''
      for (const [one, two] of pairsOf(same)) {
        note(one, two, organization === '' ? { code: 'NAME' } : { code: 'NAME_AND_ORGANIZATION', value: organization })
      }
    }
    if (group.length > CROWD) continue
    for (const [one, two] of pairsOf(group)) {
      if (comparedName(one.organization) !== comparedName(two.organization)) note(one, two, { code: 'NAME' })
    }
  }
  for (const [left, right] of alikeNames([...named.keys()]).pairs) {
    const [ones, twos] = [named.get(left) ?? [], named.get(right) ?? []]
    if (ones.length * twos.length > CROWD) continue
    for (const one of ones) for (const two of twos) note(one, two, { code: 'NAME_ALIKE' })
  }
  return [...found.values()].map(judged).sort(surestFirst)

  function judged({ a, b, reasons }: { a: Compared; b: Compared; reasons: readonly LikenessReason[] }): Likeness {
    const strong = reasons.some(({ code }) => code === 'EMAIL' || code === 'PHONE' || code === 'URL')
    return { aId: a.id, bId: b.id, reasons, sure: strong && nameOf(a) !== '' && nameOf(a) === nameOf(b) }
  }
}

function surestFirst(one: Likeness, two: Likeness): number {
  const bySure = Number(two.sure) - Number(one.sure)
  const byReasons = two.reasons.length - one.reasons.length
  return bySure || byReasons || (one.aId + one.bId < two.aId + two.bId ? -1 : 1)
}

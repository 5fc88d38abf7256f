import type { Bond, BondKind, Introduced, OwnPerson } from './own-people'

/** How an organization is compared: spelling of case and spaces does not matter. */
export function organizationKey(organization: string): string {
  return organization.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()
}

function* membershipsOf(person: OwnPerson): Generator<readonly [BondKind, string, string]> {
  for (const { eventId, label } of person.metAt) yield ['EVENT', eventId, label]
  for (const group of person.groups) yield ['GROUP', group, group]
  for (const tag of person.tags) yield ['TAG', tag, tag]
  const organization = organizationKey(person.organization)
  if (organization !== '') yield ['ORGANIZATION', organization, person.organization.trim()]
}

/**
 * Everything that ties the owner's people: met at the same event, in the same group, under the same tag, at the
 * same organization as the owner wrote it, introduced to each other by the owner. What only one person has ties
 * nobody and is left out. A bond stands for all pairs among its people, so that their number never grows with
 * the square of the list (Breiger 1974, 'The duality of persons and groups').
 *
 * @returns the largest first, then by key; linear in what the people have, but for the sorting.
 */
export function findBonds(people: readonly OwnPerson[], introduced: readonly Introduced[]): readonly Bond[] {
  const found = new Map<string, { kind: BondKind; label: string; people: Set<string> }>()
  const known = new Set<string>()
  for (const person of people) {
    known.add(person.contactId)
    for (const [kind, about, label] of membershipsOf(person)) {
      const key = `${kind}:${about}`
      const bond = found.get(key) ?? { kind, label, people: new Set() }
      bond.people.add(person.contactId)
      found.set(key, bond)
    }
  }
  for (const [a, b] of introduced) {
    if (a === b || !known.has(a) || !known.has(b)) continue
    found.set(`INTRODUCTION:${[a, b].sort().join('+')}`, { kind: 'INTRODUCTION', label: '', people: new Set([a, b]) })
  }
  return [...found]
    .filter(([, bond]) => bond.people.size > 1)
    .map(([key, { kind, label, people: members }]) => ({ key, kind, label, people: [...members].sort() }))
    .sort((a, b) => b.people.length - a.people.length || (a.key < b.key ? -1 : 1))
}

/** What ties some of the owner's people to each other, as far as the owner knows. */
export const BOND_KINDS = ['EVENT', 'GROUP', 'TAG', 'ORGANIZATION', 'INTRODUCTION'] as const
export type BondKind = (typeof BOND_KINDS)[number]

/** One such thing with everybody of the owner's list whom it ties: two people or more, each once. */
export interface Bond {
  /** Names it among all bonds: the kind and what it is about. */
  readonly key: string
  readonly kind: BondKind
  readonly label: string
  /** Ids of contacts, sorted. */
  readonly people: readonly string[]
}

/** An entry of the owner's list, in the owner's own words. */
export interface OwnPerson {
  readonly contactId: string
  readonly name: string
  readonly organization: string
  /** In lower case, each once. */
  readonly tags: readonly string[]
  readonly groups: readonly string[]
  /** Events at which the owner met them, both being there. */
  readonly metAt: readonly { readonly eventId: string; readonly label: string; readonly community: string }[]
  /** Interests that the person shows the owner; none while they show none. */
  readonly interests: readonly { readonly slug: string; readonly label: string }[]
  /** Local date of the last interaction, `YYYY-MM-DD`; null when there was none. */
  readonly lastOn: string | null
}

/** Two of the owner's people whom the owner introduced to each other. */
export type Introduced = readonly [string, string]

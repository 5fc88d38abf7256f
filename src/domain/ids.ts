/** Letters and digits that nobody confuses when reading them aloud or off a screen: no 0/o, 1/l/i, u/v. */
export const ALPHABET = '23456789abcdefghjkmnpqrstwxyz'

/** The prefix that each kind of id carries, in the database as in URLs. */
export const ID_PREFIX = {
  user: 'usr',
  community: 'com',
  series: 'ser',
  event: 'evt',
  checkIn: 'chk',
  checkInUndo: 'und',
  rsvp: 'rsv',
  doorGrant: 'grn',
  interest: 'int',
  suggestion: 'sug',
  meeting: 'met',
  circle: 'cir',
  contact: 'con',
  interaction: 'act',
  followUp: 'fol',
  contactField: 'fld',
  contactGroup: 'grp',
  contactMerge: 'mrg',
  importRun: 'imp',
  introduction: 'itr',
  ask: 'ask',
  update: 'upd',
  pushSubscription: 'psh',
  mail: 'mail',
} as const

export type IdKind = keyof typeof ID_PREFIX

const BODY_LENGTH = 16

/** Puts an id of the given kind together from 16 random characters of {@link ALPHABET}. */
export function formatId(kind: IdKind, body: string): string {
  return `${ID_PREFIX[kind]}_${body}`
}

/** The pattern that every id of the given kind matches. */
export function idPattern(kind: IdKind): RegExp {
  return new RegExp(`^${ID_PREFIX[kind]}_[${ALPHABET}]{${String(BODY_LENGTH)}}$`)
}

/** How many random characters follow the prefix: 29^16, about 78 bits. */
export const ID_BODY_LENGTH = BODY_LENGTH

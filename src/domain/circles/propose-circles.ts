import { hash32 } from '@/domain/hash'
import { chooseGroup, type Numbered } from './choose-group'
import type { CircleGuest } from './circle-guest'
import { defaultCircleSettings, type CircleSettings } from './circle-settings'
import { companyOf, type Company } from './company'

export interface CircleInput {
  /** Everybody who is present, wants to be seen and sits at no other circle at that time. */
  readonly guests: readonly CircleGuest[]
  /** pairKeys of those who must not be brought together: one blocked the other. */
  readonly excluded: ReadonlySet<string>
  /** Slugs of topics that have a circle this evening. */
  readonly takenTopics: ReadonlySet<string>
  readonly settings?: Partial<CircleSettings>
}

/** A circle that could be opened: 'a table of six about beekeeping'. */
export interface CircleProposal {
  /** The topic: an interest that all of the invited have chosen. */
  readonly slug: string
  readonly label: string
  readonly seats: number
  /** Ids, in the order of choice; see chooseGroup for who is chosen. */
  readonly invited: readonly string[]
  /** How many of the guests have chosen the topic. */
  readonly choosers: number
  /** How many of the invited are there for the first time. */
  readonly newcomers: number
}

/**
 * Topics with enough people who do not know each other yet, the best first. The aim: a full table of
 * strangers whose topic says much about them. So a topic that fills more seats goes before one that
 * fills fewer; then the rarer one in this room; then the one whose people were invited less often.
 * Whoever was invited and suggested least is asked first. Of two topics for mostly the same people only
 * the better is proposed: two proposals share at most half of the smaller group.
 *
 * The result depends on the input alone, and not on its order. Strangers are searched for in a number of
 * steps in proportion to the choosers; see chooseGroup for what that may miss.
 *
 * @returns at most `mostProposals`, with distinct topics; none of them in `takenTopics`
 */
export function proposeCircles(input: CircleInput): CircleProposal[] {
  const settings = settingsOf(input)
  const company = companyOf(input.guests, input.excluded)
  const ranked = [...choosersByTopic(input.guests)]
    .filter(([slug]) => !input.takenTopics.has(slug))
    .flatMap(([slug, choosers]) => proposalFor(slug, choosers, company, settings) ?? [])
    .sort(compareProposals(settings, input.guests))
  const proposals: CircleProposal[] = []
  for (const proposal of ranked) {
    if (proposals.length >= settings.mostProposals) break
    if (!proposals.some((better) => isNearlySame(better, proposal))) proposals.push(proposal)
  }
  return proposals
}

/** The circle about one topic, whichever others would be better; null when it has not enough people. */
export function proposeCircle(input: CircleInput, slug: string): CircleProposal | null {
  const choosers = choosersByTopic(input.guests).get(slug) ?? []
  return input.takenTopics.has(slug) ? null : proposalFor(slug, choosers, companyOf(input.guests, input.excluded), settingsOf(input))
}

function settingsOf({ settings }: CircleInput): CircleSettings {
  return { ...defaultCircleSettings, ...settings }
}

function choosersByTopic(guests: readonly CircleGuest[]): Map<string, Numbered[]> {
  const choosers = new Map<string, Numbered[]>()
  for (const [number, guest] of guests.entries()) {
    const one = { guest, number }
    for (const slug of new Set(guest.interests.map((interest) => interest.slug))) {
      const others = choosers.get(slug)
      if (others) others.push(one)
      else choosers.set(slug, [one])
    }
  }
  return choosers
}

function proposalFor(
  slug: string,
  choosers: readonly Numbered[],
  company: Company,
  settings: CircleSettings,
): CircleProposal | null {
  const { leastSeats, mostSeats, invitationsPerSeat, regularFrom } = settings
  // Equals come in an order that differs from topic to topic, so that no id is always the lucky one.
  const inOrder = choosers
    .map(({ guest, number }) => ({ guest, number, lot: hash32(`${slug}|${guest.id}`) }))
    .sort(
      (a, b) =>
        a.guest.invitations - b.guest.invitations ||
        a.guest.suggestions - b.guest.suggestions ||
        a.lot - b.lot ||
        (a.guest.id < b.guest.id ? -1 : 1),
    )
  const mostInvited = Math.floor(mostSeats * invitationsPerSeat)
  const group = chooseGroup(inOrder, company, { leastSeats, mostInvited, regularFrom })
  return (
    group && {
      slug,
      label: group[0]?.interests.find((interest) => interest.slug === slug)?.label ?? slug,
      seats: Math.min(mostSeats, group.length),
      invited: group.map(({ id }) => id),
      choosers: choosers.length,
      newcomers: group.filter(({ visitNumber }) => visitNumber === 1).length,
    }
  )
}

function compareProposals({ mostSeats }: CircleSettings, guests: readonly CircleGuest[]) {
  const invitations = new Map(guests.map((guest) => [guest.id, guest.invitations]))
  const filled = ({ invited }: CircleProposal) => Math.min(mostSeats, invited.length)
  const before = ({ invited }: CircleProposal) =>
    invited.reduce((sum, id) => sum + (invitations.get(id) ?? 0), 0) / invited.length
  return (a: CircleProposal, b: CircleProposal) =>
    filled(b) - filled(a) || a.choosers - b.choosers || before(a) - before(b) || (a.slug < b.slug ? -1 : 1)
}

/** Whether more than half of the smaller group is in both. */
function isNearlySame(a: CircleProposal, b: CircleProposal): boolean {
  const inBoth = a.invited.filter((id) => b.invited.includes(id)).length
  return inBoth * 2 > Math.min(a.invited.length, b.invited.length)
}

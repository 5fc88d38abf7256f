import { drawNetwork, type Drawable } from './draw-network'
import { drawRings } from './draw-rings'
import { findBonds } from './find-bonds'
import { findBridges, type Bridge } from './find-bridges'
import { byCommunity, byInterest, bySilence } from './groupings'
import { networkOf } from './network'
import type { BondKind, Introduced, OwnPerson } from './own-people'
import { letterOf, type Picture } from './picture'
import { silenceAsOf, type Silence } from './silence'

/** The ways of looking at one's people. */
export const CIRCLE_VIEWS = ['community', 'interest', 'silence', 'bridges'] as const
export type CircleView = (typeof CIRCLE_VIEWS)[number]

/** So many rows stand beside a picture; further headings are counted in a sentence. */
const ROWS = 30
/** So many names stand in a row. */
const NAMES = 4
/** So many people are named as bridges. */
const BRIDGES = 8

/** What a heading is when it has no words of its own: a band of silence, or a kind of tie. */
export type HeadingKind = Silence | BondKind | null

/** A line of the table beside a picture. */
export interface CircleRow {
  /** As in the picture; null: not drawn. */
  readonly letter: string | null
  readonly label: string
  readonly kind: HeadingKind
  readonly count: number
  /** The first few of them. */
  readonly some: readonly { readonly contactId: string; readonly name: string }[]
}

export interface ShownBridge {
  readonly contactId: string
  readonly name: string
  readonly between: readonly [{ readonly kind: BondKind; readonly label: string }, { readonly kind: BondKind; readonly label: string }]
  readonly how: Bridge['how']
}

/** One view: a picture with its numbers. */
export interface ShownCircle {
  readonly picture: Picture
  readonly rows: readonly CircleRow[]
  /** Headings beyond {@link rows}. */
  readonly moreRows: number
  /** Everybody in the list, and those of them under no heading of this view. */
  readonly people: number
  readonly without: number
  readonly bridges: readonly ShownBridge[]
}

interface Heading extends Drawable {
  readonly kind: HeadingKind
  readonly people: readonly OwnPerson[]
}

interface Facts {
  /** Whoever was last in touch first. */
  readonly people: readonly OwnPerson[]
  readonly introduced: readonly Introduced[]
  /** The owner's local date, `YYYY-MM-DD`. */
  readonly today: string
}

function rowsOf(headings: readonly Heading[], picture: Picture) {
  const letters = Math.max(picture.hubs.length, picture.rings.length)
  return {
    rows: headings.slice(0, ROWS).map(({ label, kind, people }, index) => ({
      letter: index < letters ? letterOf(index) : null,
      label,
      kind,
      count: people.length,
      some: people.slice(0, NAMES).map(({ contactId, name }) => ({ contactId, name })),
    })),
    moreRows: Math.max(0, headings.length - ROWS),
  }
}

function without(people: readonly OwnPerson[], headings: readonly Heading[]): number {
  return people.length - new Set(headings.flatMap((heading) => heading.people)).size
}

function bridgesView({ people, introduced }: Facts): ShownCircle {
  const bonds = findBonds(people, introduced)
  const personOf = new Map(people.map((person) => [person.contactId, person]))
  const placeOf = new Map(people.map(({ contactId }, place) => [contactId, place]))
  const latestFirst = (a: string, b: string) => (placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0)
  const bridges = findBridges(networkOf(bonds), BRIDGES)
  // What bridges link is drawn first, or else they would stand between nothing.
  const linked = new Set(bridges.flatMap(({ between }) => between))
  const headings = [...bonds]
    .sort((a, b) => Number(linked.has(b)) - Number(linked.has(a)))
    .map((bond) => ({ ...bond, people: bond.people.toSorted(latestFirst).flatMap((contactId) => personOf.get(contactId) ?? []) }))
  const picture = drawNetwork(headings, new Set(bridges.map(({ contactId }) => contactId)))
  return {
    picture,
    ...rowsOf(headings, picture),
    people: people.length,
    without: without(people, headings),
    bridges: bridges.map(({ contactId, between: [one, other], how }) => ({
      contactId,
      name: personOf.get(contactId)?.name ?? '',
      between: [
        { kind: one.kind, label: one.label },
        { kind: other.kind, label: other.label },
      ],
      how,
    })),
  }
}

function silenceView({ people, today }: Facts): ShownCircle {
  const headings = bySilence(people, silenceAsOf(today)).map(({ silence, people: members }) => ({ kind: silence, label: '', people: members }))
  const picture = drawRings(headings)
  return { picture, ...rowsOf(headings, picture), people: people.length, without: 0, bridges: [] }
}

/**
 * One view of the owner's people, out of the owner's own facts alone: equal facts make an equal view. Time and size
 * grow with the list and with what stands in it, but for sorting; never with the number of pairs.
 */
export function showCircle(view: CircleView, facts: Facts): ShownCircle {
  if (view === 'bridges') return bridgesView(facts)
  if (view === 'silence') return silenceView(facts)
  const groupings = view === 'interest' ? byInterest(facts.people) : byCommunity(facts.people)
  const headings = groupings.map(({ label, people }) => ({ kind: null, label, people }))
  const picture = drawNetwork(headings)
  return { picture, ...rowsOf(headings, picture), people: facts.people.length, without: without(facts.people, headings), bridges: [] }
}

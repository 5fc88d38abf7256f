/** The side of the square that a picture is drawn in. */
export const PICTURE_SIZE = 320
/** So many people at most stand in one picture: more would be a cloud. */
export const DRAWN_PEOPLE = 60
/** And so many headings, each with a letter. */
export const DRAWN_HUBS = 10

/** A person in a picture. */
export interface Dot {
  readonly contactId: string
  readonly name: string
  readonly x: number
  readonly y: number
  /** Somebody who links parts that would touch by few others, or by nobody. */
  readonly links: boolean
}

/** What ties some of them, named by a letter that the table beside it spells out. */
export interface Hub {
  readonly letter: string
  readonly label: string
  readonly x: number
  readonly y: number
}

/** A circle about the middle. */
export interface Ring {
  readonly letter: string
  readonly label: string
  readonly radius: number
}

/** Drawn on a square of {@link PICTURE_SIZE}; the same facts make the same picture. */
export interface Picture {
  readonly dots: readonly Dot[]
  readonly hubs: readonly Hub[]
  readonly rings: readonly Ring[]
  /** Indices of a dot and a hub. */
  readonly lines: readonly (readonly [dot: number, hub: number])[]
}

/** The name of the n-th heading, counted from 0: A, B, C. */
export function letterOf(index: number): string {
  return String.fromCodePoint('A'.charCodeAt(0) + index)
}

/** Checked in at the event and not gone home: a piece of a `where` on users. Who is not here holds no seat. */
export function isHere(eventId: string) {
  return { checkIns: { some: { eventId, leftAt: null } } }
}

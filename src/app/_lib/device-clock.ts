/**
 * What the clock of the device that shows the page says, in milliseconds since 1970. Good for lengths of time
 * alone, and for those that go on while the device sleeps; what time it is, the server decides.
 */
export function deviceTime(): number {
  return Date.now()
}

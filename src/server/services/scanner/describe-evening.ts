import { GRANT_GRACE_MS } from '@/server/db/scopes'

/** What the scanner's own page says; it names nobody, since a device keeps it. */
export function describeEvening({ name, timeZone, endsAt }: { readonly name: string; readonly timeZone: string; readonly endsAt: Date }) {
  return {
    name,
    timeZone,
    /** Until then a device may still have something to send. */
    keepUntil: new Date(endsAt.getTime() + GRANT_GRACE_MS),
  }
}

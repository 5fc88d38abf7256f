import { env } from '@/env'

/** How long a proved sign-in lasts, in days. */
export const SESSION_DAYS = 180
/** How long a newcomer's session from the door lasts, in hours: 60 days, so that next week one tap is enough. */
export const DOOR_SESSION_HOURS = 60 * 24

const overHttps = () => env().PUBLIC_URL.startsWith('https:')

/** The session cookie's name; over https the browser itself binds it to this host. */
export function sessionCookieName(): string {
  return overHttps() ? '__Host-serendip' : 'serendip'
}

/** Attributes of the session cookie, without its lifetime. */
export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: overHttps() } as const
}

import type { Limit } from '@/server/db/rate-limit'

/** Mails with link and code to one address, whoever asks for them. */
export const SIGN_IN_PER_ADDRESS: Limit = { name: 'sign-in-address', times: 5, seconds: 15 * 60 }

/** Requests from one client address: a whole venue may stand behind one, so the number is large. */
export const SIGN_IN_PER_CLIENT: Limit = { name: 'sign-in-client', times: 600, seconds: 15 * 60 }

import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/server/auth/viewer'
import type { Db } from '@/server/db/client'
import { passHashOf } from '@/server/lib/pass'
import { hashToken, newId, randomText } from '@/server/lib/tokens'
import { NOW, SECRET } from './moment'

/** A person with a proved address of their own. */
export function buildUser(db: Db, overrides: Partial<Prisma.UserUncheckedCreateInput> = {}) {
  const id = overrides.id ?? newId('user')
  return db.user.create({
    data: {
      name: 'Ada Example',
      email: `${id}@example.org`,
      emailVerified: NOW,
      passHash: passHashOf(SECRET, id, overrides.passVersion ?? 1),
      createdAt: NOW,
      ...overrides,
      id,
    },
  })
}

/** A person who typed an address at a door and has not proved it. */
export function buildDoorGuest(db: Db, overrides: Partial<Prisma.UserUncheckedCreateInput> = {}) {
  const id = overrides.id ?? newId('user')
  return buildUser(db, { email: null, emailVerified: null, doorEmail: `${id}@example.org`, ...overrides, id })
}

/** A session of a person; `token` is the value of the cookie that opens it. */
export async function buildSession(
  db: Db,
  overrides: Partial<Prisma.SessionUncheckedCreateInput> & { readonly userId: string; readonly token?: string },
) {
  const { token = randomText(40), ...rest } = overrides
  const session = await db.session.create({
    data: { sessionToken: hashToken(token), expires: new Date(NOW.getTime() + 86_400_000), createdAt: NOW, ...rest },
  })
  return { ...session, token }
}

/** The person as the one who asks, without a session row: for contexts that tests build themselves. */
export function viewerOf(
  user: { readonly id: string; readonly name: string; readonly email: string | null; readonly locale: string },
  overrides: Partial<Viewer> = {},
): Viewer {
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    doorGuest: user.email === null,
    operator: false,
    locale: user.locale,
    sessionHash: hashToken(user.id),
    ...overrides,
  }
}

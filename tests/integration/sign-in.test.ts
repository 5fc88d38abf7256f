import { describe, expect, it } from 'vitest'
import { authAdapter } from '@/server/auth/adapter'
import { wayBack } from '@/server/auth/next-auth'
import { issueSignInToken } from '@/server/auth/sign-in-tokens'
import { findViewer } from '@/server/auth/viewer'
import { createCaller } from '@/server/api/root'
import { hashToken } from '@/server/lib/tokens'
import { welcomeGuests } from '@/server/services/sign-in/welcome-guests'
import { startSession } from '@/server/services/session/start-session'
import { buildContext } from '../factories/context'
import { buildCheckIn } from '../factories/evening'
import { NOW, PUBLIC_URL, SECRET } from '../factories/moment'
import { buildDoorGuest, buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'

const db = testDb()
const clockAt = (minutes: number) => ({ now: () => new Date(NOW.getTime() + minutes * 60_000) })
const stored = (token: string) => hashToken(`${token}${SECRET}`)

/** Redeems as next-auth does: by its adapter. */
async function redeem(given: { identifier?: string; token: string }, minutes = 0) {
  const { useVerificationToken } = authAdapter(db, clockAt(minutes), SECRET)
  // next-auth's type asks for an address, but a link brings none.
  const request = { identifier: given.identifier as string, token: stored(given.token) }
  return (await useVerificationToken?.(request)) ?? null
}

describe('asking for a sign-in mail', () => {
  const ask = (email: string) => createCaller(buildContext(db, null)).signIn.request({ email })

  it('answers known and unknown addresses alike, with a mail for each', async () => {
    await buildUser(db, { email: 'known@example.org' })
    expect(await ask('known@example.org')).toEqual(await ask('unknown@example.org'))
    expect(await db.outboxMail.count({ where: { kind: 'SIGN_IN' } })).toBe(2)
  })

  it('does not say that mail was sent where none leaves, for known and unknown addresses alike', async () => {
    await buildUser(db, { email: 'known@example.org' })
    const { signIn } = createCaller(buildContext(db, null, { mailLeaves: false }))
    expect(await signIn.request({ email: 'known@example.org' })).toEqual({ sent: false })
    expect(await signIn.request({ email: 'unknown@example.org' })).toEqual({ sent: false })
    expect(await ask('known@example.org')).toEqual({ sent: true })
  })

  it.each(['', 'nobody', '"a@b.com"@v.com', 'a@b.com,c@d.com', 'a@b.com\r\nBcc: c@d.com', 'a@127.0.0.1'])(
    'refuses %j and sends nothing',
    async (email) => {
      await expect(ask(email)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
      expect(await db.outboxMail.count()).toBe(0)
    },
  )

  it('stops at five mails to one address in a quarter of an hour, even asked for at once', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => ask('victim@example.org')))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    expect(await db.outboxMail.count()).toBe(5)
  })

  it('lets a whole venue behind one address in', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 100 }, (_, n) => ask(`guest${String(n)}@example.org`)))
    expect(asked.every(({ status }) => status === 'fulfilled')).toBe(true)
  })
})

describe('link and code', () => {
  it('open once, by either', async () => {
    const byLink = await issueSignInToken(db, SECRET, 'ada@example.org', NOW)
    expect(await redeem({ token: byLink.token })).toMatchObject({ identifier: 'ada@example.org' })
    expect(await redeem({ token: byLink.token })).toBeNull()
    const byCode = await issueSignInToken(db, SECRET, 'ada@example.org', NOW)
    expect(byCode.code).toMatch(/^\d{6}$/)
    expect(await redeem({ identifier: 'ada@example.org', token: byCode.code })).not.toBeNull()
    expect(await redeem({ identifier: 'ada@example.org', token: byCode.code })).toBeNull()
    expect(await redeem({ token: byCode.token })).toBeNull()
  })

  it('open one session when a scanner and its owner post at once', async () => {
    const { token } = await issueSignInToken(db, SECRET, 'ada@example.org', NOW)
    const opened = await Promise.all(Array.from({ length: 10 }, () => redeem({ token })))
    expect(opened.filter((result) => result !== null)).toHaveLength(1)
  })

  it('are over after fifteen minutes, and when a new pair is asked for', async () => {
    const first = await issueSignInToken(db, SECRET, 'ada@example.org', NOW)
    expect(await redeem({ token: first.token }, 15)).toBeNull()
    const second = await issueSignInToken(db, SECRET, 'ada@example.org', NOW)
    await issueSignInToken(db, SECRET, 'ada@example.org', NOW)
    expect(await redeem({ token: second.token })).toBeNull()
  })

  it('give five tries at the code, sent one by one or at once; the link still opens', async () => {
    const identifier = 'ada@example.org'
    const { code, token } = await issueSignInToken(db, SECRET, identifier, NOW)
    const wrong = code === '000000' ? '000001' : '000000'
    const guesses = await Promise.all(Array.from({ length: 5 }, () => redeem({ identifier, token: wrong })))
    expect(guesses.every((guess) => guess === null)).toBe(true)
    expect(await redeem({ identifier, token: code })).toBeNull()
    expect(await redeem({ token })).toMatchObject({ identifier })
  })

  it('give twenty tries a day at the codes of one address, however many mails are asked for', async () => {
    const identifier = 'ada@example.org'
    for (let mail = 0; mail < 4; mail += 1) {
      const { code } = await issueSignInToken(db, SECRET, identifier, NOW)
      const wrong = code === '000000' ? '000001' : '000000'
      for (let guess = 0; guess < 5; guess += 1) await redeem({ identifier, token: wrong })
    }
    const { code, token } = await issueSignInToken(db, SECRET, identifier, NOW)
    expect(await redeem({ identifier, token: code })).toBeNull()
    expect(await redeem({ token })).toMatchObject({ identifier })
  })

  it('of one address do not open another', async () => {
    const mine = await issueSignInToken(db, SECRET, 'mallory@example.org', NOW)
    await issueSignInToken(db, SECRET, 'ada@example.org', NOW)
    expect(await redeem({ identifier: 'ada@example.org', token: mine.code })).toBeNull()
    expect(await redeem({ identifier: 'ada@example.org', token: mine.token })).toBeNull()
  })

  it('end the sessions that the address was given at a door', async () => {
    const guest = await buildDoorGuest(db, { doorEmail: 'owner@example.org' })
    const cookie = await startSession(db, guest.id, NOW, 24)
    expect(await findViewer(db, cookie, NOW)).toMatchObject({ userId: guest.id, doorGuest: true })
    const { token } = await issueSignInToken(db, SECRET, 'owner@example.org', NOW)
    await redeem({ token })
    expect(await findViewer(db, cookie, NOW)).toBeNull()
  })
})

describe('a session', () => {
  it('opens until it expires or is signed out, and by no other text', async () => {
    const user = await buildUser(db)
    const cookie = await startSession(db, user.id, NOW, 1)
    const viewer = await findViewer(db, cookie, NOW)
    expect(viewer).toMatchObject({ userId: user.id, email: user.email, doorGuest: false })
    expect(await findViewer(db, hashToken(cookie), NOW)).toBeNull()
    expect(await findViewer(db, cookie, clockAt(61).now())).toBeNull()
    await createCaller(buildContext(db, viewer)).session.signOut()
    expect(await findViewer(db, cookie, NOW)).toBeNull()
  })
})

describe('the way back', () => {
  it.each([
    'https://evil.example/x',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/.//evil.example',
    `${PUBLIC_URL}.evil.example/x`,
    `${PUBLIC_URL}//evil.example`,
    'https://localhost.evil.example',
  ])('of %j stays on our own origin', (target) => {
    expect(wayBack(target, PUBLIC_URL)).toBe(`${PUBLIC_URL}/`)
  })

  it('keeps a path of ours', () => {
    expect(wayBack('/welcome?next=%2Fprofile', PUBLIC_URL)).toBe(`${PUBLIC_URL}/welcome?next=%2Fprofile`)
  })
})

describe('welcoming door guests', () => {
  it('queues one mail a guest, whichever worker comes first, and none past an address’s share', async () => {
    for (let n = 0; n < 7; n += 1) {
      const guest = await buildDoorGuest(db, { doorEmail: n === 0 ? 'ada@example.org' : 'flooded@example.org' })
      await buildCheckIn(db, { userId: guest.id })
    }
    const parts = { secret: SECRET, publicUrl: PUBLIC_URL, now: NOW }
    await Promise.all([welcomeGuests(db, parts), welcomeGuests(db, parts)])
    expect(await db.user.count({ where: { welcomedAt: null } })).toBe(0)
    expect(await db.outboxMail.count({ where: { recipient: 'ada@example.org' } })).toBe(1)
    expect(await db.outboxMail.count({ where: { recipient: 'flooded@example.org' } })).toBeLessThanOrEqual(5)
  })
})

describe('what was typed at a door', () => {
  it('is for the address’s proved owner alone', async () => {
    const guest = await buildDoorGuest(db, { doorEmail: 'owner@example.org' })
    const owner = await buildUser(db, { email: 'owner@example.org' })
    const stranger = createCaller(buildContext(db, viewerOf(await buildUser(db))))
    expect(await stranger.claim.list()).toEqual([])
    await expect(stranger.claim.keep({ guestId: guest.id })).rejects.toThrow(/settled/)
    await expect(stranger.claim.discard({ guestId: guest.id })).rejects.toThrow(/settled/)
    const asOwner = createCaller(buildContext(db, viewerOf(owner)))
    expect(await asOwner.claim.list()).toMatchObject([{ guestId: guest.id }])
    await expect(createCaller(buildContext(db, viewerOf(guest))).claim.list()).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

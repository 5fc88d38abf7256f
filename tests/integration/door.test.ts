import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { issueSignInToken, redeemToken } from '@/server/auth/sign-in-tokens'
import { hashToken } from '@/server/lib/tokens'
import { flushAnnouncements } from '@/server/live/publish'
import { doorCode } from '@/server/services/door/door-code'
import { issueClaim } from '@/server/services/door/claim'
import { buildContext } from '../factories/context'
import { buildEvent } from '../factories/community'
import { buildCheckIn } from '../factories/evening'
import { minutesFromNow, NOW, SECRET } from '../factories/moment'
import { buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'

const db = testDb()
const openNow = () => buildEvent(db, { startsAt: minutesFromNow(-30), endsAt: minutesFromNow(120) })
const visitor = (now = NOW) => createCaller(buildContext(db, null, { now }))
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)

describe('the door code', () => {
  it('opens the check-in page of its event', async () => {
    const event = await openNow()
    const door = await visitor().door.open({ token: doorCode(SECRET, event.id, NOW) })
    expect(door).toMatchObject({ event: { id: event.id, name: event.name }, viewerName: null, alreadyIn: false })
  })

  it('is refused when its time is over, and accepted one step to either side', async () => {
    const event = await openNow()
    const code = doorCode(SECRET, event.id, NOW)
    await expect(visitor(later(30)).door.open({ token: code })).resolves.toBeDefined()
    await expect(visitor(later(-30)).door.open({ token: code })).resolves.toBeDefined()
    await expect(visitor(later(61)).door.open({ token: code })).rejects.toThrow(/changes every half minute/)
  })

  it('still opens for a phone that holds a claim of ten minutes, at this event alone', async () => {
    const [event, other] = await Promise.all([openNow(), openNow()])
    const code = doorCode(SECRET, event.id, NOW)
    const { claim } = await visitor().door.open({ token: code })
    await expect(visitor(later(300)).door.open({ token: code, claim })).resolves.toMatchObject({ claim })
    await expect(visitor(later(601)).door.open({ token: code, claim })).rejects.toThrow(/half minute/)
    const elsewhere = doorCode(SECRET, other.id, NOW)
    await expect(visitor(later(300)).door.open({ token: elsewhere, claim })).rejects.toThrow(/half minute/)
  })

  it('is refused with another event, another step, another key, and as any other text', async () => {
    const [event, other] = await Promise.all([openNow(), openNow()])
    const [body = '', step = '', signature = ''] = doorCode(SECRET, event.id, NOW).split('-')
    const [otherBody = ''] = doorCode(SECRET, other.id, NOW).split('-')
    const nextStep = (Number.parseInt(step, 36) + 1).toString(36)
    const forged = [
      [otherBody, step, signature],
      [body, nextStep, signature],
      [body, step, signature.slice(1)],
      [body, `0${step}`, signature],
      [body, step, signature, 'x'],
    ].map((parts) => parts.join('-'))
    forged.push(doorCode('another secret', event.id, NOW), '-', '--', 'hello', '😀-😀-😀', "' OR 1=1")
    for (const token of forged) {
      await expect(visitor().door.open({ token })).rejects.toThrow(/not a door code of ours/)
    }
  })

  it.each([
    ['over', { startsAt: minutesFromNow(-180), endsAt: minutesFromNow(-1) }, /is over/],
    ['too early', { startsAt: minutesFromNow(121), endsAt: minutesFromNow(240) }, /opens on/],
    ['cancelled', { startsAt: minutesFromNow(-5), endsAt: minutesFromNow(60), status: 'CANCELLED' as const }, /cancelled/],
  ])('says so when the event is %s', async (_, overrides, sentence) => {
    const event = await buildEvent(db, overrides)
    const code = doorCode(SECRET, event.id, NOW)
    await expect(visitor().door.open({ token: code })).rejects.toThrow(sentence)
    const old = doorCode(SECRET, event.id, minutesFromNow(-60))
    await expect(visitor().door.open({ token: old })).rejects.toThrow(sentence)
    const claim = issueClaim(SECRET, event.id, NOW)
    const sent = visitor().door.checkIn({ token: claim, name: 'Ada', email: 'ada@example.org' })
    await expect(sent).rejects.toThrow(sentence)
    expect(await db.user.count({ where: { doorEmail: 'ada@example.org' } })).toBe(0)
  })
})

describe('checking in', () => {
  it('takes a newcomer by name and e-mail, as a new person with a session', async () => {
    const event = await openNow()
    const claim = issueClaim(SECRET, event.id, NOW)
    const receipt = await visitor().door.checkIn({ token: claim, name: '  Noor   Haddad ', email: 'Noor@Example.org' })
    expect(receipt).toMatchObject({ eventId: event.id, visitNumber: 1, fresh: true })
    const guest = await db.user.findUniqueOrThrow({ where: { id: receipt.userId }, include: { sessions: true } })
    expect(guest).toMatchObject({ name: 'Noor Haddad', email: null, doorEmail: 'noor@example.org' })
    expect(guest.sessions).toHaveLength(1)
    expect(guest.sessions[0]?.sessionToken).not.toBe(receipt.session?.token)
  })

  it('opens nothing of the person whose address is typed', async () => {
    const event = await openNow()
    const owner = await buildUser(db, { email: 'owner@example.org' })
    const claim = issueClaim(SECRET, event.id, NOW)
    const receipt = await visitor().door.checkIn({ token: claim, name: 'Mallory', email: 'owner@example.org' })
    expect(receipt.userId).not.toBe(owner.id)
    expect(await db.checkIn.count({ where: { userId: owner.id } })).toBe(0)
    expect(await db.session.count({ where: { userId: owner.id } })).toBe(0)
  })

  it('gives no session to a repeated claim once the address’s owner has ended those of its guests', async () => {
    const event = await openNow()
    const token = issueClaim(SECRET, event.id, NOW)
    const typed = { token, name: 'Mallory', email: 'owner@example.org' }
    await visitor().door.checkIn(typed)
    const { token: link } = await issueSignInToken(db, SECRET, 'owner@example.org', NOW)
    await redeemToken(db, SECRET, { token: hashToken(`${link}${SECRET}`) }, NOW)
    await expect(visitor().door.checkIn(typed)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await db.session.count()).toBe(0)
  })

  it('keeps few sessions open for one claim, however often it is repeated', async () => {
    const event = await openNow()
    const token = issueClaim(SECRET, event.id, NOW)
    const taps = Array.from({ length: 20 }, () => visitor().door.checkIn({ token, name: 'Noor', email: 'noor@example.org' }))
    await Promise.all(taps)
    expect(await db.session.count()).toBeLessThanOrEqual(4)
  })

  it('gives fifty equal answers and one row to fifty taps of a newcomer', async () => {
    const event = await openNow()
    const token = issueClaim(SECRET, event.id, NOW)
    const taps = Array.from({ length: 50 }, () =>
      visitor().door.checkIn({ token, name: 'Noor', email: 'noor@example.org' }),
    )
    const receipts = await Promise.all(taps)
    expect(new Set(receipts.map(({ userId, visitNumber }) => `${userId} ${String(visitNumber)}`)).size).toBe(1)
    expect(receipts.filter(({ fresh }) => fresh)).toHaveLength(1)
    expect(await db.checkIn.count()).toBe(1)
    expect(await db.user.count({ where: { doorEmail: 'noor@example.org' } })).toBe(1)
  })

  it('gives fifty equal answers and one row to fifty taps of a member, with one claim or many', async () => {
    const event = await openNow()
    const user = await buildUser(db)
    const member = createCaller(buildContext(db, viewerOf(user)))
    const shared = issueClaim(SECRET, event.id, NOW)
    const receipts = await Promise.all(
      Array.from({ length: 50 }, (_, tap) =>
        member.door.checkIn({ token: tap % 2 ? shared : issueClaim(SECRET, event.id, NOW) }),
      ),
    )
    expect(receipts.every((receipt) => receipt.userId === user.id && receipt.visitNumber === 1)).toBe(true)
    expect(receipts.filter(({ fresh }) => fresh)).toHaveLength(1)
    expect(await db.checkIn.count()).toBe(1)
  })

  it('refuses a used claim that comes with another name, and one used by somebody else', async () => {
    const event = await openNow()
    const token = issueClaim(SECRET, event.id, NOW)
    await visitor().door.checkIn({ token, name: 'Noor', email: 'noor@example.org' })
    const other = visitor().door.checkIn({ token, name: 'Mallory', email: 'noor@example.org' })
    await expect(other).rejects.toMatchObject({ code: 'CONFLICT' })
    const member = createCaller(buildContext(db, viewerOf(await buildUser(db))))
    await expect(member.door.checkIn({ token })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await db.checkIn.count()).toBe(1)
  })

  it('checks in nobody but the one who asks, whatever else is sent', async () => {
    const event = await openNow()
    const [viewer, victim] = await Promise.all([buildUser(db), buildUser(db)])
    const extra = { userId: victim.id, role: 'OWNER', at: '2001-01-01', visitNumber: 9 }
    const sent = { token: issueClaim(SECRET, event.id, NOW), ...extra }
    const receipt = await createCaller(buildContext(db, viewerOf(viewer))).door.checkIn(sent)
    expect(receipt).toMatchObject({ userId: viewer.id, visitNumber: 1 })
    const [row] = await db.checkIn.findMany()
    expect(row).toMatchObject({ userId: viewer.id, at: NOW })
    const [membership] = await db.membership.findMany({ where: { userId: viewer.id } })
    expect(membership?.role).toBe('MEMBER')
  })

  it('counts this visit among those to the same community', async () => {
    const event = await openNow()
    const user = await buildUser(db)
    for (const weeks of [1, 2]) {
      const past = await buildEvent(db, {
        communityId: event.communityId,
        startsAt: minutesFromNow(-weeks * 10_080),
        endsAt: minutesFromNow(-weeks * 10_080 + 120),
      })
      await buildCheckIn(db, { eventId: past.id, userId: user.id })
    }
    await buildCheckIn(db, { userId: user.id })
    const member = createCaller(buildContext(db, viewerOf(user)))
    const receipt = await member.door.checkIn({ token: issueClaim(SECRET, event.id, NOW) })
    expect(receipt.visitNumber).toBe(3)
    await expect(member.door.receipt({ eventId: event.id })).resolves.toMatchObject({ visitNumber: 3 })
  })

  it.each([
    ['an empty name', ' \u200b ', 'a@example.org', /Write your name/],
    ['a name of 201 characters', 'x'.repeat(201), 'a@example.org', /at most 200/],
    ['no address', 'Ada', '', /not an e-mail address/],
    ['two addresses', 'Ada', 'a@example.org,b@example.org', /not an e-mail address/],
    ['a quoted address', 'Ada', '"a@b.com"@v.com', /not an e-mail address/],
    ['a header in the address', 'Ada', 'a@example.org\r\nBcc: b@example.org', /not an e-mail address/],
  ])('refuses %s with a sentence and leaves nothing', async (_, name, email, sentence) => {
    const event = await openNow()
    const token = issueClaim(SECRET, event.id, NOW)
    await expect(visitor().door.checkIn({ token, name, email })).rejects.toThrow(sentence)
    expect(await db.user.count()).toBe(0)
    expect(await db.checkIn.count()).toBe(0)
  })

  it.each(['x'.repeat(200), 'نور حداد', '👩‍🚀 Zoë', "Robert'); DROP TABLE user;--", '<script>alert(1)</script>'])(
    'takes the name %s as it is',
    async (name) => {
      const event = await openNow()
      const token = issueClaim(SECRET, event.id, NOW)
      const { userId } = await visitor().door.checkIn({ token, name, email: 'a@example.org' })
      expect((await db.user.findUniqueOrThrow({ where: { id: userId } })).name).toBe(name)
    },
  )

  it('refuses a claim after its ten minutes, and one that somebody made up', async () => {
    const event = await openNow()
    const token = issueClaim(SECRET, event.id, NOW)
    const typed = { name: 'Ada', email: 'a@example.org' }
    await expect(visitor(later(601)).door.checkIn({ token, ...typed })).rejects.toThrow(/time for this page is over/)
    const forged = issueClaim('another secret', event.id, NOW)
    await expect(visitor().door.checkIn({ token: forged, ...typed })).rejects.toThrow(/time for this page is over/)
  })

  it('announces arrivals by one job, however many there are', async () => {
    const event = await openNow()
    const tokens = Array.from({ length: 5 }, () => issueClaim(SECRET, event.id, NOW))
    await Promise.all(
      tokens.map((token, n) => visitor().door.checkIn({ token, name: 'Ada', email: `a${String(n)}@example.org` })),
    )
    await flushAnnouncements()
    const jobs = await db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE key = ${`after-arrivals:${event.id}`}`
    expect(jobs).toEqual([{ n: 1 }])
  })
})

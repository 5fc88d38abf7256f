import { beforeEach, describe, expect, it } from 'vitest'
import { GET, POST } from '@/app/(public)/unsubscribe/[token]/route'
import { createCaller } from '@/server/api/root'
import { newId } from '@/server/lib/tokens'
import { unsubscribeToken } from '@/server/services/mail/unsubscribe-token'
import { buildContext } from '../factories/context'
import { NOW, SECRET } from '../factories/moment'
import { buildDoorGuest, buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'
import { testClock } from '../support/mail'
import { post, useRuntime, visit } from '../support/token-pages'

const PATH = '/unsubscribe'
const ONE_CLICK = 'List-Unsubscribe=One-Click'
const clock = testClock()

beforeEach(() => {
  clock.at = NOW
  useRuntime(clock)
})

async function ada() {
  const user = await buildUser(testDb(), { email: 'ada@example.org' })
  return { user, token: unsubscribeToken(SECRET, user.id, 'MORNING_AFTER', 'ada@example.org') }
}

/** A door guest whom a mail went to, and the token in it. */
async function writtenTo(address: string) {
  const guest = await buildDoorGuest(testDb(), { doorEmail: address })
  await buildMail(guest.id, address)
  return { guest, token: unsubscribeToken(SECRET, guest.id, 'MORNING_AFTER', address) }
}

function buildMail(userId: string, recipient: string) {
  const id = newId('mail')
  return testDb().outboxMail.create({
    data: {
      id,
      kind: 'MORNING_AFTER',
      recipient,
      subjectKey: id,
      userId,
      props: {},
      state: 'SENT',
      messageId: `<${id}@example.org>`,
      queuedAt: NOW,
      dueAt: NOW,
      expiresAt: NOW,
      settledAt: NOW,
    },
  })
}

const suppressions = () =>
  testDb().mailSuppression.findMany({ select: { address: true, kind: true, reason: true }, orderBy: { kind: 'asc' } })
const OFF = [{ address: 'ada@example.org', kind: 'MORNING_AFTER', reason: 'unsubscribed' }]

describe('one click', () => {
  it('switches one kind off, at once, without cookies; a repeat is 200 too', async () => {
    const { token } = await ada()
    for (let time = 0; time < 3; time++) {
      expect((await post(POST, PATH, token, ONE_CLICK)).status).toBe(200)
    }
    expect(await suppressions()).toEqual(OFF)
  })

  it('takes multipart as well', async () => {
    const { token } = await ada()
    const body = `--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n`
    expect((await post(POST, PATH, token, body, 'multipart/form-data; boundary=x')).status).toBe(200)
    expect(await suppressions()).toEqual(OFF)
  })

  it('takes whatever a provider sends as a body', async () => {
    const { token } = await ada()
    expect((await post(POST, PATH, token, 'no form at all', 'text/plain')).status).toBe(200)
    expect(await suppressions()).toEqual(OFF)
  })

  it('works after ten years', async () => {
    const { token } = await ada()
    clock.at = new Date('2036-11-19T00:00:00Z')
    expect((await post(POST, PATH, token, ONE_CLICK)).status).toBe(200)
    expect(await suppressions()).toEqual(OFF)
  })

  it('means the address that the mail went to, also that of a door guest', async () => {
    const { guest, token } = await writtenTo('typed@example.org')
    await testDb().user.update({ where: { id: guest.id }, data: { email: 'own@example.org', emailVerified: NOW, doorEmail: null } })
    expect((await post(POST, PATH, token, ONE_CLICK)).status).toBe(200)
    expect((await suppressions()).map(({ address }) => address)).toEqual(['typed@example.org'])
  })

  it('works when the person is gone', async () => {
    const { user, token } = await ada()
    await buildMail(user.id, 'ada@example.org')
    await testDb().user.delete({ where: { id: user.id } })
    expect((await post(POST, PATH, token, ONE_CLICK)).status).toBe(200)
    expect(await suppressions()).toEqual(OFF)
  })

  it.each(['keep', 'discard'] as const)('works after %s of the guest it was sent to, and a new address', async (choice) => {
    const db = testDb()
    const { guest, token } = await writtenTo('ada@example.org')
    const owner = await buildUser(db, { email: 'ada@example.org' })
    const { claim } = createCaller(buildContext(db, viewerOf(owner)))
    await claim[choice]({ guestId: guest.id })
    await db.user.update({ where: { id: owner.id }, data: { email: 'new@example.org' } })
    expect(await (await visit(GET, PATH, token)).text()).not.toContain('name="again"')
    expect((await post(POST, PATH, token, ONE_CLICK)).status).toBe(200)
    expect(await suppressions()).toEqual(OFF)
    expect(await (await visit(GET, PATH, token)).text()).toContain('name="again"')
  })

  it('works after keep when the one who kept is gone as well', async () => {
    const db = testDb()
    const { guest, token } = await writtenTo('ada@example.org')
    const owner = await buildUser(db, { email: 'ada@example.org' })
    await createCaller(buildContext(db, viewerOf(owner))).claim.keep({ guestId: guest.id })
    await db.user.delete({ where: { id: owner.id } })
    expect((await post(POST, PATH, token, ONE_CLICK)).status).toBe(200)
    expect(await suppressions()).toEqual(OFF)
  })

  it('does not say that it is done when no such address was ever written to', async () => {
    const { user, token } = await ada()
    await testDb().user.delete({ where: { id: user.id } })
    for (const body of [ONE_CLICK, 'again=1']) {
      const answer = await post(POST, PATH, token, body)
      expect(answer.status).toBe(410)
      expect(await answer.text()).toContain('nothing was changed')
    }
    expect((await visit(GET, PATH, token)).status).toBe(410)
    expect(await suppressions()).toEqual([])
  })
})

describe('the page', () => {
  it('shows a button and changes nothing', async () => {
    const { token } = await ada()
    const page = await visit(GET, PATH, token)
    expect(page.status).toBe(200)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    const text = await page.text()
    expect(text).toContain('<form method="post"><button>')
    expect(text).not.toContain('ada@example.org')
    expect(await suppressions()).toEqual([])
  })

  it('offers to take it back, and does', async () => {
    const { token } = await ada()
    const done = await post(POST, PATH, token)
    expect(await done.text()).toContain('name="again"')
    expect(await (await visit(GET, PATH, token)).text()).toContain('name="again"')
    expect((await post(POST, PATH, token, 'again=1')).status).toBe(200)
    expect(await suppressions()).toEqual([])
  })

  it('does not bring an address back that bounced', async () => {
    const { token } = await ada()
    const bounced = { address: 'ada@example.org', kind: 'MORNING_AFTER', reason: 'bounced' } as const
    await testDb().mailSuppression.create({ data: bounced })
    await post(POST, PATH, token)
    await post(POST, PATH, token, 'again=1')
    expect(await suppressions()).toEqual([bounced])
  })
})

describe('a token that is not genuine', () => {
  it('is 404 for reading and for writing, and changes nothing', async () => {
    const { user, token } = await ada()
    const other = await buildUser(testDb())
    const forged = [
      'nonsense',
      `${token}x`,
      token.slice(0, -1),
      token.replace('morning-after', 'digest'),
      token.replace(user.id.slice(4), other.id.slice(4)),
      unsubscribeToken('another secret of thirty-two characters', user.id, 'MORNING_AFTER', 'ada@example.org'),
      token.split('.').slice(0, 3).join('.'),
      `${token}.`,
    ]
    for (const bad of forged) {
      expect((await visit(GET, PATH, bad)).status, bad).toBe(404)
      expect((await post(POST, PATH, bad, ONE_CLICK)).status, bad).toBe(404)
    }
    expect(await suppressions()).toEqual([])
  })

  it('holds no address in clear', async () => {
    const { token } = await ada()
    expect(token).not.toMatch(/ada|example/)
  })
})

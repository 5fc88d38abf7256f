import { beforeEach, describe, expect, it } from 'vitest'
import { GET, POST } from '@/app/(attendee)/mute/[token]/route'
import { newId } from '@/server/lib/tokens'
import { keepClaim } from '@/server/services/claim/settle-claim'
import { muteToken } from '@/server/services/update/mute-token'
import { updatesFor } from '@/server/services/update/updates-for'
import { minutesFromNow, NOW, SECRET } from '../factories/moment'
import { buildUpdate } from '../factories/update'
import { buildDoorGuest, buildUser } from '../factories/user'
import { testDb } from '../setup/integration'
import { testClock } from '../support/mail'
import { post, useRuntime, visit } from '../support/token-pages'

const db = testDb()
const clock = testClock()
const mutes = () => db.updateMute.findMany({ select: { userId: true, authorId: true } })

let ada: Awaited<ReturnType<typeof buildUser>>
let ben: Awaited<ReturnType<typeof buildUser>>
let token: string

beforeEach(async () => {
  clock.at = NOW
  useRuntime(clock)
  ada = await buildUser(db, { name: '<b>Ada</b>' })
  ben = await buildUser(db, { name: 'Ben' })
  token = muteToken(SECRET, { userId: ben.id, authorId: ada.id }, NOW)
})

describe('the link of a digest that mutes an author', () => {
  it('shows on GET whom it is about, as text, and changes nothing', async () => {
    const answer = await visit(GET, '/mute', token)
    expect(answer.status).toBe(200)
    const page = await answer.text()
    expect(page).toContain('No more updates of &lt;b&gt;Ada&lt;/b&gt;?')
    expect(page).not.toContain('<b>Ada')
    expect(await mutes()).toEqual([])
  })

  it('mutes on POST, however often, and takes it back', async () => {
    await buildUpdate(db, { userId: ada.id, readerIds: [ben.id] })
    for (const status of [200, 200]) expect((await post(POST, '/mute', token)).status).toBe(status)
    expect(await mutes()).toEqual([{ userId: ben.id, authorId: ada.id }])
    expect(await updatesFor(db, { userId: ben.id, limit: 10 })).toEqual([])
    expect(await (await visit(GET, '/mute', token)).text()).toContain('You hear no more of')

    for (const words of ['You hear from', 'You hear from']) {
      expect(await (await post(POST, '/mute', token, 'undo=1')).text()).toContain(words)
    }
    expect(await mutes()).toEqual([])
    expect(await updatesFor(db, { userId: ben.id, limit: 10 })).toHaveLength(1)
  })

  it('takes a form alone', async () => {
    expect((await post(POST, '/mute', token, '{}', 'application/json')).status).toBe(415)
    expect(await mutes()).toEqual([])
  })

  it('is 404 when it was changed, made for another pair, or one of the two is gone', async () => {
    const [reader, author, expires, signature] = token.split('.')
    const changed = [
      'x',
      `${token}x`,
      [author, reader, expires, signature].join('.'),
      [reader, author, 'zzzzzzzzz', signature].join('.'),
      [reader, newId('user').slice(4), expires, signature].join('.'),
      muteToken('another secret of 32 characters or more', { userId: ben.id, authorId: ada.id }, NOW),
    ]
    for (const one of changed) expect((await post(POST, '/mute', one)).status, one).toBe(404)
    expect(await mutes()).toEqual([])
    await db.user.delete({ where: { id: ada.id } })
    expect((await visit(GET, '/mute', token)).status).toBe(404)
  })

  it('acts for thirty days', async () => {
    clock.at = minutesFromNow(30 * 24 * 60 - 1)
    expect((await visit(GET, '/mute', token)).status).toBe(200)
    clock.at = minutesFromNow(30 * 24 * 60)
    expect((await post(POST, '/mute', token)).status).toBe(410)
    expect(await mutes()).toEqual([])
  })

  it('goes on working when its reader was a door guest who has signed in since, and so does what the guest could read', async () => {
    const guest = await buildDoorGuest(db, { doorEmail: 'ben@example.org' })
    const { id } = await buildUpdate(db, { userId: ada.id, readerIds: [guest.id] })
    const link = muteToken(SECRET, { userId: guest.id, authorId: ada.id }, NOW)
    const proof = { guestId: guest.id, email: 'ben@example.org' }
    await keepClaim(db, { proof, userId: ben.id, locale: 'en', now: NOW })
    expect(await updatesFor(db, { userId: ben.id, limit: 10 })).toMatchObject([{ updateId: id }])
    await post(POST, '/mute', link)
    expect(await mutes()).toEqual([{ userId: ben.id, authorId: ada.id }])
  })
})

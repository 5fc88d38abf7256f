import { beforeEach, describe, expect, it } from 'vitest'
import { hashToken, newId } from '@/server/lib/tokens'
import { minutesFromNow, NOW } from '../factories/moment'
import { buildPushSubscription, newBrowser } from '../factories/push'
import { buildSession, buildUser } from '../factories/user'
import { testDb } from '../setup/integration'
import { callerOf } from './room-callers'

const db = testDb()

type Person = Awaited<ReturnType<typeof signedIn>>
let ada: Person
let ben: Person

/** A person with the session that the caller's requests come in. */
async function signedIn() {
  const user = await buildUser(db)
  await buildSession(db, { userId: user.id, token: user.id })
  return user
}

beforeEach(async () => {
  ada = await signedIn()
  ben = await signedIn()
})

const subscribe = (person: Person, keys: ReturnType<typeof newBrowser>['keys'], now = NOW) =>
  callerOf(db, person, { now }).push.subscribe(keys)
const owners = async () => (await db.pushSubscription.findMany({ orderBy: { createdAt: 'asc' } })).map(({ userId }) => userId)

describe('a browser', () => {
  it('is off until its owner turns it on, then knows itself again, and is off once turned off', async () => {
    expect(await callerOf(db, ada).push.state()).toMatchObject({ suggestions: false, meetings: false, browsers: [] })
    const { keys } = newBrowser()
    await subscribe(ada, keys)
    await subscribe(ada, keys)
    expect(await callerOf(db, ada).push.state()).toMatchObject({
      suggestions: true,
      meetings: true,
      browsers: [{ hash: hashToken(keys.endpoint) }],
    })
    await callerOf(db, ben).push.unsubscribe({ endpoint: keys.endpoint })
    expect(await owners()).toEqual([ada.id])
    await callerOf(db, ada).push.unsubscribe({ endpoint: keys.endpoint })
    await callerOf(db, ada).push.unsubscribe({ endpoint: keys.endpoint })
    expect(await owners()).toEqual([])
  })

  it('gives back no endpoint and no key', async () => {
    const { keys } = newBrowser()
    await subscribe(ada, keys)
    const said = JSON.stringify(await callerOf(db, ada).push.state())
    for (const secret of Object.values(keys)) expect(said).not.toContain(secret)
  })

  it('keeps what its owner chose when another is turned on', async () => {
    await subscribe(ada, newBrowser().keys)
    await callerOf(db, ada).push.choose({ suggestions: false, meetings: true })
    await subscribe(ada, newBrowser().keys)
    expect(await callerOf(db, ada).push.state()).toMatchObject({ suggestions: false, meetings: true })
  })

  it('goes with the session that turned it on: signing out ends it there and nowhere else', async () => {
    await subscribe(ada, newBrowser().keys)
    const { id } = await buildPushSubscription(db, { userId: ada.id })
    await callerOf(db, ada).session.signOut()
    expect(await db.pushSubscription.findMany({ select: { id: true } })).toEqual([{ id }])
  })

  it('of a shared device becomes that of whoever turns it on there next', async () => {
    const { keys } = newBrowser()
    await subscribe(ada, keys)
    await subscribe(ben, keys)
    expect(await owners()).toEqual([ben.id])
  })

  it('is not taken over by who knows its endpoint alone', async () => {
    const { keys } = newBrowser()
    await subscribe(ada, keys)
    await expect(subscribe(ben, { ...newBrowser().keys, endpoint: keys.endpoint })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await owners()).toEqual([ada.id])
  })

  it('is one of eight: another takes the place of the oldest', async () => {
    for (let index = 0; index < 9; index += 1) await subscribe(ada, newBrowser().keys, minutesFromNow(index))
    const kept = await db.pushSubscription.findMany({ orderBy: { createdAt: 'asc' } })
    expect(kept).toHaveLength(8)
    expect(kept[0]?.createdAt).toEqual(minutesFromNow(1))
  })

  it('is turned off from afar by its owner alone', async () => {
    const { id: subscriptionId } = await buildPushSubscription(db, { userId: ada.id })
    await expect(callerOf(db, ben).push.forget({ subscriptionId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(callerOf(db, ada).push.forget({ subscriptionId: newId('pushSubscription') })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await callerOf(db, ada).push.forget({ subscriptionId })
    expect(await owners()).toEqual([])
  })

  it.each([
    'http://push.example.org/x',
    'https://push.example.org:8443/x',
    'https://push.example.org:80/x',
    'https://user@push.example.org/x',
    'https://:secret@push.example.org/x',
    'https://127.0.0.1/x',
    'https://0x7f.1/x',
    'https://2130706433/x',
    'https://[::1]/x',
    'https://[::ffff:10.0.0.1]/x',
    'javascript:alert(1)',
    'file:///etc/passwd',
    '//push.example.org/x',
    `https://push.example.org/${'x'.repeat(1000)}`,
  ])('is not subscribed at %s', async (endpoint) => {
    await expect(subscribe(ada, { ...newBrowser().keys, endpoint })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await owners()).toEqual([])
  })

  it('is not subscribed with keys that none gives out', async () => {
    const { keys } = newBrowser()
    for (const bad of [{ p256dh: 'A'.repeat(87) }, { auth: 'A'.repeat(30) }, { auth: '../../../../../../../..' }]) {
      await expect(subscribe(ada, { ...keys, ...bad })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
  })
})

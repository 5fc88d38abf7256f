import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { posterCode } from '@/server/services/door/door-code'
import { buildEvent, buildMembership } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildDoorGrant } from '../factories/door'
import { minutesFromNow, NOW, SECRET } from '../factories/moment'
import { buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'

const db = testDb()
const phone = (now = NOW) => createCaller(buildContext(db, null, { now }))
const withPoster = (posterVersion = 1) => buildEvent(db, { doorMode: 'POSTER', posterVersion })

async function crew(role: 'ORGANIZER' | 'HOST' = 'ORGANIZER') {
  const [user, event] = await Promise.all([buildUser(db), buildEvent(db)])
  await buildMembership(db, { userId: user.id, communityId: event.communityId, role })
  return { event, caller: createCaller(buildContext(db, viewerOf(user))) }
}

/** What a phone's camera reads off the poster now; empty where there is none. */
async function printed(eventId: string): Promise<string> {
  const { doorMode, posterVersion } = await db.event.findUniqueOrThrow({ where: { id: eventId } })
  return doorMode === 'POSTER' ? posterCode(SECRET, eventId, posterVersion) : ''
}

describe('a poster', () => {
  it('opens the door for as long as it is open, and gives a claim of ten minutes', async () => {
    const event = await withPoster()
    const token = await printed(event.id)
    await expect(phone(minutesFromNow(-211)).door.open({ token })).rejects.toThrow(/opens on/)
    const opened = await phone().door.open({ token })
    expect(opened).toMatchObject({ event: { id: event.id }, alreadyIn: false })
    const typed = { token: opened.claim, name: 'Noor', email: 'noor@example.org' }
    await expect(phone(minutesFromNow(11)).door.checkIn(typed)).rejects.toThrow(/time for this page is over/)
    const receipt = await phone(minutesFromNow(9)).door.checkIn(typed)
    expect(receipt).toMatchObject({ eventId: event.id, fresh: true })
    await expect(phone(minutesFromNow(91)).door.open({ token })).rejects.toThrow(/event is over/)
  })

  it('is worthless while the code changes on a screen, and when a newer one is hung up', async () => {
    const rotating = await buildEvent(db)
    const token = posterCode(SECRET, rotating.id, rotating.posterVersion)
    await expect(phone().door.open({ token })).rejects.toThrow(/poster is not in use any more/)
    const event = await withPoster(3)
    for (const version of [0, 1, 2, 4]) {
      await expect(phone().door.open({ token: posterCode(SECRET, event.id, version) })).rejects.toThrow(/not in use/)
    }
    await expect(phone().door.open({ token: posterCode(SECRET, event.id, 3) })).resolves.toBeDefined()
  })

  it('is refused at another event, with another number, and with another key', async () => {
    const [event, other] = await Promise.all([withPoster(), withPoster()])
    const [body = '', mark = '', version = '', signature = ''] = posterCode(SECRET, event.id, 1).split('-')
    const [otherBody = ''] = posterCode(SECRET, other.id, 1).split('-')
    const forged = [
      [otherBody, mark, version, signature],
      [body, mark, '2', signature],
      [body, mark, '01', signature],
      [body, mark, version, signature.slice(1)],
      [body, mark, version, signature, 'x'],
      [body, mark, version],
      [body, version, signature],
      [body, mark.toLowerCase(), version, signature],
    ].map((parts) => parts.join('-'))
    for (const token of [...forged, posterCode('another secret', event.id, 1)]) {
      await expect(phone().door.open({ token })).rejects.toThrow(/not a door code of ours/)
    }
  })
})

describe('choosing how the door opens', () => {
  it('makes every poster that was printed before worthless, and none without need', async () => {
    const { event, caller } = await crew()
    const eventId = event.id
    const choose = async (doorMode: 'POSTER' | 'ROTATING', newPoster = false) => {
      await caller.event.setDoorMode({ eventId, doorMode, newPoster })
      return printed(eventId)
    }
    const works = async (token: string) => phone().door.open({ token }).then(() => true, () => false)
    const first = await choose('POSTER')
    expect(await choose('POSTER')).toBe(first)
    expect(await works(first)).toBe(true)
    const second = await choose('POSTER', true)
    expect([await works(first), await works(second)]).toEqual([false, true])
    expect(await choose('ROTATING')).toBe('')
    expect(await works(second)).toBe(false)
    const third = await choose('POSTER')
    expect([await works(first), await works(second), await works(third)]).toEqual([false, false, true])
  })

  it('changes what the door screen shows', async () => {
    const { event, caller } = await crew()
    const eventId = event.id
    expect(await caller.event.poster({ eventId })).toMatchObject({ doorMode: 'ROTATING', qr: null, mayChoose: true })
    await caller.event.setDoorMode({ eventId, doorMode: 'POSTER' })
    const screen = await caller.event.doorScreen({ eventId })
    expect(screen).toMatchObject({ mode: 'POSTER', nextCodeInMs: null, code: { code: await printed(eventId) } })
    expect(screen.shownForMs).toBe(event.endsAt.getTime() - NOW.getTime())
    expect((await caller.event.poster({ eventId })).qr).toEqual(screen.code?.qr)
  })

  it('is for organizers; who stands at the door may read the poster', async () => {
    const { event, caller } = await crew('HOST')
    const volunteer = await buildUser(db)
    await buildDoorGrant(db, { eventId: event.id, userId: volunteer.id })
    const tonight = createCaller(buildContext(db, viewerOf(volunteer)))
    for (const host of [caller, tonight]) {
      await expect(host.event.setDoorMode({ eventId: event.id, doorMode: 'POSTER' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
      expect(await host.event.poster({ eventId: event.id })).toMatchObject({ mayChoose: false, qr: null })
    }
    const stranger = await crew()
    await expect(stranger.caller.event.setDoorMode({ eventId: event.id, doorMode: 'POSTER' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await printed(event.id)).toBe('')
  })

  it('has nothing to print once the evening is over or called off', async () => {
    const { event, caller } = await crew()
    await caller.event.setDoorMode({ eventId: event.id, doorMode: 'POSTER' })
    await caller.event.setStatus({ eventId: event.id, status: 'CANCELLED' })
    expect(await caller.event.poster({ eventId: event.id })).toMatchObject({ qr: null, mayChoose: false })
  })
})

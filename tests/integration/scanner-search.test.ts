import { describe, expect, it } from 'vitest'
import { createCaller } from '@/server/api/root'
import { buildEvent, buildMembership } from '../factories/community'
import { buildContext } from '../factories/context'
import { buildDoorGrant, buildRsvp } from '../factories/door'
import { buildCheckIn } from '../factories/evening'
import { minutesFromNow, NOW } from '../factories/moment'
import { buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'
import { buildHost } from './scanner-callers'

const db = testDb()

async function evening() {
  const event = await buildEvent(db)
  const { at, host } = await buildHost(db, event.id)
  const search = async (name: string, now = NOW) => at(now).scanner.search({ eventId: event.id, name })
  const member = async (name: string) => {
    const user = await buildUser(db, { name })
    await buildMembership(db, { communityId: event.communityId, userId: user.id })
    return user
  }
  return { event, host, search, member }
}

describe('searching people at the door', () => {
  it('finds members with slips of the finger and without the right keys', async () => {
    const { member, search } = await evening()
    const [john, thomas, noor] = [await member('John Smith'), await member('Thomas Müller'), await member('نور حداد')]
    expect(await search('Jon Smiht')).toMatchObject([{ personId: john.id, name: 'John Smith' }])
    expect(await search('muller')).toMatchObject([{ personId: thomas.id }])
    expect(await search('حداد')).toMatchObject([{ personId: noor.id }])
  })

  it('says what the door has of them, and no address', async () => {
    const { event, search } = await evening()
    const ada = await buildUser(db, { name: 'Ada Example' })
    await buildRsvp(db, { eventId: event.id, userId: ada.id, plusOnes: 1 })
    await buildCheckIn(db, { eventId: event.id, userId: ada.id, at: minutesFromNow(-5) })
    expect(await search('ada')).toEqual([
      {
        personId: ada.id,
        name: 'Ada Example',
        visitNumber: 1,
        rsvp: 'GOING',
        plusOnes: 1,
        inSince: minutesFromNow(-5).toISOString(),
      },
    ])
  })

  it('finds nobody of another community, and nobody who has left this one', async () => {
    const { event, member, search } = await evening()
    const stranger = await buildUser(db, { name: 'Sam Stranger' })
    await buildMembership(db, { userId: stranger.id })
    const lea = await member('Lea Leaver')
    expect(await search('stranger')).toEqual([])
    expect(await search('lea')).toHaveLength(1)
    await db.membership.deleteMany({ where: { communityId: event.communityId, userId: lea.id } })
    expect(await search('lea')).toEqual([])
  })

  it('finds whoever came to be known a moment ago, by the name on their badge', async () => {
    const { event, member, search } = await evening()
    await member('Ada Example')
    await search('ada')
    await buildCheckIn(db, { eventId: event.id, badgeName: 'Zoë Zebra' })
    expect(await search('zoe')).toMatchObject([{ name: 'Zoë Zebra' }])
    const renamed = await member('Old Name')
    await search('old', minutesFromNow(3))
    await db.user.update({ where: { id: renamed.id }, data: { name: 'New Name' } })
    expect(await search('new name', minutesFromNow(10))).toMatchObject([{ personId: renamed.id }])
  })

  it('gives eight at most, and sends on who asks too often', async () => {
    const { member, search } = await evening()
    for (let n = 0; n < 12; n += 1) await member(`Ada ${String(n)}`)
    expect(await search('ada')).toHaveLength(8)
    const asked = await Promise.allSettled(Array.from({ length: 125 }, () => search('ada')))
    const refused = asked.filter(({ status }) => status === 'rejected')
    expect(refused.length).toBeGreaterThanOrEqual(5)
    await expect(search('ada')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  })

  it('is about one person: all the words must be theirs', async () => {
    const { member, search } = await evening()
    const ada = await member('Ada Maria Byron King')
    await member('Ben Example')
    await member('Cat Sample')
    expect(await search('Ada Ben Cat')).toEqual([])
    expect(await search('Ben Mountain')).toEqual([])
    expect(await search('ada maria byron lovelace')).toMatchObject([{ personId: ada.id }])
  })

  it('has an end for one host in one evening, and not for the other host or event', async () => {
    const { event, host, search, member } = await evening()
    await member('Ada Example')
    const other = await buildHost(db, event.id)
    const elsewhere = await buildEvent(db, { communityId: event.communityId })
    await buildDoorGrant(db, { eventId: elsewhere.id, userId: host.id })
    await db.rateLimit.create({
      data: { key: `names-evening:${event.id}:${host.id}`, points: 299, expire: new Date(Date.now() + 3_600_000) },
    })
    expect(await search('ada')).toHaveLength(1)
    await expect(search('ada')).rejects.toThrow('as many people as one host can in an evening')
    expect(await other.at(NOW).scanner.search({ eventId: event.id, name: 'ada' })).toHaveLength(1)
    const there = createCaller(buildContext(db, viewerOf(host)))
    expect(await there.scanner.search({ eventId: elsewhere.id, name: 'ada' })).toHaveLength(1)
  })

  it.each(['', ' ', 'x', '%', "' OR 1=1 --", '\u202e', 'ab '.repeat(3000)])('answers %j with a list', async (name) => {
    const { member, search } = await evening()
    await member('Ada Example')
    expect(await search(name)).toEqual([])
  })
})

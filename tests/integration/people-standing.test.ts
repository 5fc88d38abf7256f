import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { CADENCES, PERIODS, type Cadence } from '@/domain/follow-up/cadence'
import { sql } from '@/server/db/client'
import { newId } from '@/server/lib/tokens'
import { contactStanding, type Standing } from '@/server/services/contact/standing'
import { buildUser } from '../factories/user'
import { testDb } from '../setup/integration'

const db = testDb()

/** Zones with daylight saving in both directions, by half an hour, at midnight, and a day that was left out. */
const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago', 'Asia/Kolkata', 'Pacific/Apia', 'Pacific/Chatham']

interface Case {
  readonly own: Cadence | null
  readonly groups: readonly (Cadence | null)[]
  readonly source: 'MEETING' | 'HAND' | 'IMPORT' | 'INTRODUCTION'
  readonly interactions: readonly Date[]
  readonly createdAt: Date
  readonly skippedAt: Date | null
  readonly snooze: { readonly at: Date; readonly until: string } | null
}

// Around the changes of clocks of many zones as often as at any other time.
const moment = fc.oneof(
  fc.date({ min: new Date('2009-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true }),
  fc
    .tuple(fc.constantFrom('2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '2026-03-08T07:00:00Z', '2011-12-30T10:00:00Z', '2026-09-06T04:00:00Z'), fc.integer({ min: -7_200, max: 7_200 }))
    .map(([at, seconds]) => new Date(Date.parse(at) + seconds * 1_000)),
)
const day = moment.map((at) => at.toISOString().slice(0, 10))
const cadence = fc.option(fc.constantFrom(...CADENCES), { nil: null })
const aCase: fc.Arbitrary<Case> = fc.record({
  own: cadence,
  groups: fc.array(cadence, { maxLength: 3 }),
  source: fc.constantFrom('MEETING', 'HAND', 'IMPORT', 'INTRODUCTION'),
  interactions: fc.array(moment, { maxLength: 4 }),
  createdAt: moment,
  skippedAt: fc.option(moment, { nil: null }),
  snooze: fc.option(fc.record({ at: moment, until: day }), { nil: null }),
})

/** The rule as follow-up.md says it, by other means than the database's. */
function reference(one: Case, settings: Cadence | null, zone: string): { cadence: Cadence; dueOn: string | null } {
  const groups = CADENCES.filter((candidate) => one.groups.includes(candidate))
  const untouched = one.source === 'IMPORT' && one.interactions.length === 0 ? 'NONE' : null
  const holds = one.own ?? groups[0] ?? untouched ?? settings ?? 'QUARTERLY'
  const period = PERIODS[holds]
  if (period === null) return { cadence: holds, dueOn: null }
  const last = one.interactions.length > 0 ? Math.max(...one.interactions.map(Number)) : null
  const base = Math.max(last ?? one.createdAt.getTime(), one.skippedAt?.getTime() ?? -Infinity)
  const due = Temporal.Instant.fromEpochMilliseconds(base).toZonedDateTimeISO(zone).toPlainDate().add(period, { overflow: 'constrain' }).toString()
  const snoozed = one.snooze !== null && (last === null || one.snooze.at.getTime() >= last) ? one.snooze.until : due
  return { cadence: holds, dueOn: snoozed > due ? snoozed : due }
}

/** Writes all cases as one person's list, in a few statements, and reads where each stands. */
async function standings(cases: readonly Case[], settings: Cadence | null, zone: string) {
  const { id: ownerId } = await buildUser(db)
  const rows = cases.map((one) => ({ ...one, id: newId('contact'), groups: one.groups.map((of) => ({ of, id: newId('contactGroup') })) }))
  if (settings !== null) await db.followUpSettings.create({ data: { userId: ownerId, cadence: settings } })
  await db.contact.createMany({
    data: rows.map(({ id, own, source, createdAt, skippedAt, snooze }) => ({
      id, ownerId, name: 'Grace', cadence: own, source, createdAt, skippedAt,
      snoozedAt: snooze?.at ?? null, snoozedUntil: snooze ? new Date(`${snooze.until}T00:00:00Z`) : null,
    })),
  })
  const groups = rows.flatMap((row) => row.groups.map((group) => ({ ...group, contactId: row.id })))
  await db.contactGroup.createMany({ data: groups.map(({ id, of }) => ({ id, ownerId, name: id, cadence: of, createdAt: new Date(0) })) })
  await db.contactGroupMember.createMany({ data: groups.map(({ id, contactId }) => ({ groupId: id, contactId })) })
  await db.interaction.createMany({
    data: rows.flatMap(({ id, interactions }) => interactions.map((at) => ({ id: newId('interaction'), contactId: id, kind: 'NOTE' as const, at }))),
  })
  const found = await db.$queryRaw<Standing[]>(sql`
    SELECT s."contactId", s."lastAt", s."lastOn"::text AS "lastOn", s.cadence, s."dueOn"::text AS "dueOn"
    FROM (${contactStanding({ ownerId, zone })}) s`)
  await db.user.delete({ where: { id: ownerId } })
  const byId = new Map(found.map((standing) => [standing.contactId, standing]))
  return rows.map(({ id }) => byId.get(id))
}

const someCases = fc.array(aCase, { minLength: 20, maxLength: 60 })

it('is due when the rule says, in every zone, by whatever order things happened in', async () => {
  await fc.assert(
    fc.asyncProperty(someCases, cadence, fc.constantFrom(...ZONES), async (cases, settings, zone) => {
      const found = await standings(cases, settings, zone)
      expect(found.map((one) => ({ cadence: one?.cadence, dueOn: one?.dueOn }))).toEqual(cases.map((one) => reference(one, settings, zone)))
    }),
    { numRuns: 20 },
  )
})

it('is due on some day unless its owner wants no reminders: nobody is lost', async () => {
  await fc.assert(
    fc.asyncProperty(someCases, cadence, async (cases, settings) => {
      for (const one of await standings(cases, settings, 'Europe/Berlin')) expect(one && (one.dueOn === null) === (one.cadence === 'NONE')).toBe(true)
    }),
    { numRuns: 8 },
  )
})

it('is never due earlier for one more interaction, unless that ends a snooze', async () => {
  const touched = aCase.filter(({ interactions }) => interactions.length > 0)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(touched, moment), { minLength: 20, maxLength: 40 }), fc.constantFrom(...ZONES), async (pairs, zone) => {
      const before = await standings(pairs.map(([one]) => one), null, zone)
      const after = await standings(pairs.map(([one, at]) => ({ ...one, interactions: [...one.interactions, at] })), null, zone)
      pairs.forEach(([{ snooze }, at], index) => {
        const [was, is] = [before[index]?.dueOn ?? '', after[index]?.dueOn ?? '']
        if (snooze === null || at <= snooze.at) expect(is >= was).toBe(true)
      })
    }),
    { numRuns: 8 },
  )
})

import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NextRequest } from 'next/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { sessionCookieName } from '@/server/auth/session-cookie'
import { doorCode } from '@/server/services/door/door-code'
import { buildSeries } from '../../factories/community'
import { buildContext } from '../../factories/context'
import { NOW, PUBLIC_URL, SECRET } from '../../factories/moment'
import { buildSession } from '../../factories/user'
import { testDb } from '../../setup/integration'
import { type Actor, ACTORS, buildWorld, type World } from './world'

const db = testDb()
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** What every actor gets, as the status of the answer; a string says why it is not asked by role. */
type Statuses = Readonly<Record<Actor, number>>
const everybody = (status: number) => Object.fromEntries(ACTORS.map((actor) => [actor, status])) as Statuses

/** What belongs to a proved address. */
const PROVED: Statuses = { ...everybody(200), visitor: 401, doorGuest: 403 }

interface Handler {
  readonly methods: Readonly<Record<string, Statuses | string>>
  readonly params?: (world: World) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>
}

const MEMBERS_WITHOUT = { member: 403, host: 403, hostTonight: 403, organizer: 403, owner: 403, otherOwner: 404, operator: 404 }

async function seriesOf({ db: of, communityId, communitySlug }: World) {
  const { slug } = await buildSeries(of, { communityId })
  return { slug: communitySlug, seriesSlug: slug }
}

/** Every route handler, by hand: one that is not here, or a method more, fails the build. */
const HANDLERS: Readonly<Record<string, Handler>> = {
  'api/health/route.ts': { methods: { GET: everybody(200) } },
  'api/trpc/[trpc]/route.ts': {
    methods: { GET: 'each procedure has its own row', POST: 'each procedure has its own row' },
  },
  'api/auth/[...nextauth]/route.ts': { methods: { POST: 'a mailed link or code is the permission' } },
  '(door)/c/[code]/route.ts': {
    methods: { GET: everybody(200), POST: 'the claim in the form is the permission' },
    params: ({ eventId }) => ({ code: doorCode(SECRET, eventId, NOW) }),
  },
  '(door)/in/[eventId]/route.ts': {
    methods: { GET: { visitor: 401, doorGuest: 200, checkedIn: 200, ...MEMBERS_WITHOUT } },
    params: ({ eventId }) => ({ eventId }),
  },
  '(attendee)/follow-up/[token]/route.ts': {
    methods: { GET: 'the signed token is the permission', POST: 'the signed token is the permission' },
  },
  '(attendee)/mute/[token]/route.ts': {
    methods: { GET: 'the signed token is the permission', POST: 'the signed token is the permission' },
  },
  '(attendee)/ask/[token]/route.ts': {
    methods: { GET: 'the signed token is the permission', POST: 'the signed token is the permission' },
  },
  '(attendee)/introduction/[token]/route.ts': {
    methods: { GET: 'the signed token is the permission', POST: 'the signed token is the permission' },
  },
  '(attendee)/account/data.json/route.ts': { methods: { GET: { ...everybody(200), visitor: 401 } } },
  '(attendee)/people/contacts.csv/route.ts': { methods: { GET: PROVED } },
  '(attendee)/people/contacts.vcf/route.ts': { methods: { GET: PROVED } },
  // Whoever is signed in is led on: without a file, back to the form.
  '(attendee)/people/import/file/route.ts': { methods: { POST: everybody(303) } },
  '(attendee)/rsvp/[token]/route.ts': {
    methods: { GET: 'the signed token is the permission', POST: 'the signed token is the permission' },
  },
  '(attendee)/t/[ticket]/route.ts': { methods: { GET: 'the ticket is the permission' } },
  '(organizer)/organize/[slug]/events/[eventId]/rsvps.csv/route.ts': {
    methods: {
      GET: { visitor: 401, doorGuest: 403, checkedIn: 403, ...MEMBERS_WITHOUT, organizer: 200, owner: 200 },
    },
    params: ({ eventId, communitySlug }) => ({ slug: communitySlug, eventId }),
  },
  '(public)/calendar/[secret]/route.ts': { methods: { GET: 'the secret address is the permission' } },
  '(public)/communities/[slug]/[seriesSlug]/calendar.ics/route.ts': {
    methods: { GET: everybody(200) },
    params: seriesOf,
  },
  '(public)/communities/[slug]/[seriesSlug]/card.png/route.ts': {
    methods: { GET: everybody(200) },
    params: seriesOf,
  },
  '(public)/events/[eventId]/calendar.ics/route.ts': {
    methods: { GET: everybody(200) },
    params: ({ eventId }) => ({ eventId }),
  },
  '(public)/events/[eventId]/card.png/route.ts': {
    methods: { GET: everybody(200) },
    params: ({ eventId }) => ({ eventId }),
  },
  '(public)/offline/route.ts': { methods: { GET: everybody(200) } },
  '(public)/unsubscribe/[token]/route.ts': {
    methods: { GET: 'the signed token is the permission', POST: 'the signed token is the permission' },
  },
}

type RouteHandler = (request: NextRequest, context: { params: Promise<unknown> }) => Promise<Response>

const APP = fileURLToPath(new URL('../../../src/app/', import.meta.url))

async function methodsOf(file: string): Promise<Readonly<Record<string, RouteHandler>>> {
  const module = (await import(/* @vite-ignore */ APP + file)) as Record<string, RouteHandler>
  return Object.fromEntries(Object.entries(module).filter(([name]) => METHODS.includes(name)))
}

async function ask(world: World, file: string, method: string, actor: Actor): Promise<number> {
  const viewer = world.viewer(actor)
  const token = viewer ? (await buildSession(db, { userId: viewer.userId })).token : ''
  const headers = { cookie: `${sessionCookieName()}=${token}` }
  const handler = (await methodsOf(file))[method]
  const params = (await HANDLERS[file]?.params?.(world)) ?? {}
  const answer = await handler?.(new NextRequest(PUBLIC_URL, { method, headers }), { params: Promise.resolve(params) })
  return answer?.status ?? 0
}

describe('route handlers', () => {
  beforeAll(() => {
    const { clock, secret, publicUrl, live } = buildContext(db, null)
    globalThis.serendipRuntime = { db, clock, secret, publicUrl, live }
    return () => {
      globalThis.serendipRuntime = undefined
    }
  })

  it('are those of the table, each with its methods and no other', async () => {
    const found: Record<string, string[]> = {}
    const files = readdirSync(APP, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('route.ts'))
    for (const file of files) {
      found[file] = Object.keys(await methodsOf(file)).sort()
    }
    const listed = Object.entries(HANDLERS).map(([file, { methods }]) => [file, Object.keys(methods).sort()] as const)
    expect(found).toEqual(Object.fromEntries(listed))
  })

  const byRole = Object.entries(HANDLERS).flatMap(([file, { methods }]) =>
    Object.entries(methods).flatMap(([method, statuses]) =>
      typeof statuses === 'string' ? [] : [{ file, method, statuses }],
    ),
  )
  it.each(byRole)('$method $file answers everybody as the table says', async ({ file, method, statuses }) => {
    const world = await buildWorld(db)
    const answers: Partial<Record<Actor, number>> = {}
    for (const actor of ACTORS) answers[actor] = await ask(world, file, method, actor)
    expect(answers).toEqual(statuses)
  })
})

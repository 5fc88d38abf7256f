// npm run evening: a whole evening of many people over HTTP alone, from the set-up link to the mail of
// the next morning, with a verdict at the end.
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { runToTheEnd } from './lib/clean-up'
import { arrive, type Arrivals } from './lib/evening/arrive'
import { makeCrowd, readProfiles, type Guest } from './lib/evening/crowd'
import { collectFaults, type Faults } from './lib/evening/faults'
import { inParallel } from './lib/evening/in-parallel'
import { meet } from './lib/evening/meet'
import { readMorning, type Morning } from './lib/evening/morning'
import { openEvening, type Evening } from './lib/evening/organizer'
import { readRoom, type RoomFigures } from './lib/evening/room'
import { ownTarget, runningTarget, type Target } from './lib/evening/target'
import { percentile, rounded } from './lib/percentile'
import { startProgress } from './lib/progress'
import { seededRandom, type Random } from './lib/random'
import { formatTable } from './lib/table'

const HELP = `npm run evening [-- options]
  --people N        how many come (300)
  --fast            they come as quickly as the door takes them, instead of within a minute
  --profiles FILE   real interests, a profile a line: topics separated by '|', or a CSV with a header
                    whose last column holds them
  --seed N          another crowd (1)

Without more it starts an installation of its own on a fresh database and stops it at the end.
To run it against one that is running, which must be fresh:
  --url URL         its address
  --set-up LINK     the set-up link that it printed
  --smtp-port P     with SMTP_URL=smtp://127.0.0.1:P it was started; this is where mail is received
  --clock-file F    with TEST_CLOCK_FILE=F it was started; so that the morning can come
                    (without these two there is no mail, and the run counts as failed)`

const { values: options } = parseArgs({
  options: {
    people: { type: 'string', default: '300' },
    fast: { type: 'boolean', default: false },
    profiles: { type: 'string' },
    seed: { type: 'string', default: '1' },
    url: { type: 'string' },
    'set-up': { type: 'string' },
    'smtp-port': { type: 'string' },
    'clock-file': { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
const PEOPLE = Number(options.people)
const ARRIVAL_MS = 60_000
/** How many are at the door at the same time when all come at once. */
const QUEUES = 32
const MAX_EXPOSURE = 8
/** Of what the server printed, as much as helps to find a fault. */
const LOG_LINES = 40

if (options.help) console.log(HELP)
else await runToTheEnd(main)

async function main(): Promise<boolean> {
  const random = seededRandom(Number(options.seed))
  const crowd = makeCrowd(PEOPLE, random, options.profiles === undefined ? undefined : await readProfiles(options.profiles))
  const target = await openTarget()
  const faults = collectFaults()
  const evening = await openEvening(target)

  const arrivals = await letIn(evening, crowd, target, random, faults)
  const served = startProgress('Suggestions', PEOPLE)
  const room = await readRoom(evening, arrivals.attendees, faults, (count) => {
    served.set(count)
  })
  served.end()
  const planned = await letMeet(evening, room, random, faults)
  const later = await readRoom(evening, arrivals.attendees, faults, () => undefined)
  const checkIns = await evening.arrivals()
  const mails = startProgress('Mail of the next morning', PEOPLE)
  const morning = await readMorning(target, evening, later.rooms, faults, (count) => {
    mails.set(count)
  })
  mails.end()
  return report({ arrivals, room, later, planned, checkIns, morning, faults, log: target.log })
}

function openTarget(): Promise<Target> {
  const { url, 'set-up': setUpLink, 'smtp-port': port, 'clock-file': clockFile } = options
  if (url === undefined) return ownTarget()
  if (setUpLink === undefined) throw new Error('With --url the set-up link is needed: --set-up LINK')
  return runningTarget({ url, setUpLink, smtpPort: port === undefined ? undefined : Number(port), clockFile })
}

/** Everybody comes at a moment of their own, or as soon as there is room at the door. */
async function letIn(
  evening: Evening,
  crowd: readonly Guest[],
  { url }: Target,
  random: Random,
  faults: Faults,
): Promise<Arrivals> {
  const arrivals: Arrivals = { attendees: [], checkInMs: [], duplicates: 0 }
  const progress = startProgress('Arrivals', crowd.length)
  const enter = async (guest: Guest) => {
    await arrive(evening, guest, url, arrivals, faults)
    progress.step()
  }
  if (options.fast) {
    await inParallel(crowd, QUEUES, enter)
  } else {
    const moments = crowd.map(() => random.next() * ARRIVAL_MS).sort((a, b) => a - b)
    await Promise.all(crowd.map((guest, place) => wait(moments[place]).then(() => enter(guest))))
  }
  progress.end()
  return arrivals
}

async function letMeet(evening: Evening, room: RoomFigures, random: Random, faults: Faults): Promise<number> {
  let progress: ReturnType<typeof startProgress> | undefined
  const met = await meet(evening, room.rooms, random, faults, (count) => {
    progress = startProgress('Meetings', count)
    return progress.step
  })
  progress?.end()
  return met
}

interface Results {
  readonly arrivals: Arrivals
  /** When everybody is in, and when everybody has met. */
  readonly room: RoomFigures
  readonly later: RoomFigures
  readonly planned: number
  /** Arrivals by the door screen's count. */
  readonly checkIns: number
  readonly morning: Morning
  readonly faults: Faults
  readonly log: readonly string[]
}

/** Prints the table and, as the last line, the figures. @returns whether all is as it must be. */
function report({ arrivals, room, later, planned, checkIns, morning, faults, log }: Results): boolean {
  if (later.meetings !== planned) faults.note(`${String(later.meetings)} meetings stand instead of ${String(planned)}`)
  const figures = {
    people: PEOPLE,
    checkIns,
    duplicates: Math.max(0, checkIns - PEOPLE) + arrivals.duplicates,
    errors: faults.count,
    checkInP50Ms: rounded(percentile(arrivals.checkInMs, 0.5), 1),
    checkInP99Ms: rounded(percentile(arrivals.checkInMs, 0.99), 1),
    // The worse of the two moments counts.
    withoutSuggestion: Math.max(room.withoutSuggestion, later.withoutSuggestion),
    maxExposure: Math.max(room.maxExposure, later.maxExposure),
    mutualShare: rounded(Math.min(room.mutualShare, later.mutualShare), 4),
    meetings: later.meetings,
    mailsSent: morning.sent,
    mailsReceived: morning.received,
  }
  const tally = (behaviour: Guest['behaviour']) =>
    arrivals.attendees.filter(({ guest }) => guest.behaviour === behaviour).length
  console.log(
    formatTable([
      ['People', figures.people],
      ['Check-ins by the door screen', checkIns],
      ['  of them tapped twice at once', tally('DOUBLE_TAP')],
      ['  of them lost the first answer', tally('LOST_ANSWER')],
      ['Duplicates', figures.duplicates],
      ['Check-in answered, median', `${String(figures.checkInP50Ms)} ms`],
      ['Check-in answered, 99th percentile', `${String(figures.checkInP99Ms)} ms`],
      ['Suggestions a person, all in / after meetings', `${room.each.toFixed(2)} / ${later.each.toFixed(2)}`],
      ['Without a suggestion', `${String(room.withoutSuggestion)} / ${String(later.withoutSuggestion)}`],
      ['Shown to at most', `${String(room.maxExposure)} / ${String(later.maxExposure)}`],
      ['Shown both ways', `${(room.mutualShare * 100).toFixed(1)}% / ${(later.mutualShare * 100).toFixed(1)}%`],
      ['Meetings', figures.meetings],
      ['Morning mails sent by the outbox', morning.sent],
      ['Morning mails received by SMTP', morning.received],
      ['Links ‘done’ acted on', morning.done],
      ['Sign-in mails received', morning.signInMails],
      ['Errors', figures.errors],
    ]),
  )
  for (const fault of faults.first()) console.log(`  ${fault}`)
  if (faults.count > 0) for (const line of log.slice(0, LOG_LINES)) process.stderr.write(`${line}\n`)
  console.log(JSON.stringify(figures))
  return (
    checkIns === PEOPLE &&
    figures.duplicates === 0 &&
    figures.errors === 0 &&
    figures.withoutSuggestion === 0 &&
    figures.maxExposure <= MAX_EXPOSURE &&
    figures.mailsSent === PEOPLE &&
    figures.mailsReceived === PEOPLE
  )
}

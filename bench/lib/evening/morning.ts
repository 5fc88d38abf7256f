import { setTimeout as wait } from 'node:timers/promises'
import type { Email } from 'postal-mime'
import { newPhone } from '../http'
import type { Attendee } from './arrive'
import type { Faults } from './faults'
import { noteOf } from './meet'
import type { Evening } from './organizer'
import type { Room } from './room'
import type { Target } from './target'

/** The mail of the next morning. */
export interface Morning {
  readonly sent: number
  readonly received: number
  readonly signInMails: number
  /** Links 'done' that were opened and acted on. */
  readonly done: number
}

const POLL_MS = 250
/** Without any new mail for so long, no more is waited for. */
const PATIENCE_MS = 45_000
/** Every so many people act on a link of theirs. */
const EVERY = 10

const headerOf = (mail: Email, name: string) => mail.headers.find(({ key }) => key === name)?.value ?? ''
const isMorning = (mail: Email) => headerOf(mail, 'list-id').includes('morning-after')
const addressOf = (mail: Email) => mail.to?.[0]?.address?.toLowerCase() ?? ''

/** Moves the clock to the next morning, waits for its mails, reads each, and acts on some. */
export async function readMorning(
  target: Target,
  evening: Evening,
  rooms: ReadonlyMap<Attendee, Room>,
  faults: Faults,
  onMail: (count: number) => void,
): Promise<Morning> {
  const { mailbox, clock } = target
  if (!mailbox || !clock) return { sent: 0, received: 0, signInMails: 0, done: 0 }
  await clock.set(evening.nextMorning)
  const mails = () => mailbox.mails.filter(isMorning)
  let lastChange = performance.now()
  let seen = 0
  let sent = 0
  while ((seen < rooms.size || sent < rooms.size) && performance.now() - lastChange < PATIENCE_MS) {
    await wait(POLL_MS)
    const count = mails().length
    if (count > seen) lastChange = performance.now()
    seen = count
    onMail(seen)
    // The server hears that a mail was taken a moment after it was.
    if (seen >= rooms.size) sent = await target.countSent(evening.owner, rooms.size)
  }
  sent = await target.countSent(evening.owner, rooms.size)

  let done = 0
  for (const [place, [attendee, room]] of [...rooms].entries()) {
    const { email } = attendee.guest
    await faults.during(`mail to ${email}`, async () => {
      const own = mails().filter((mail) => addressOf(mail) === email)
      const [mail] = own
      if (!mail || own.length > 1) throw new Error(`${String(own.length)} mails instead of 1`)
      check(mail, attendee, room)
      if (place % EVERY === 0 && (await actOn(target, mail))) done++
    })
  }
  return { sent, received: mails().length, signInMails: mailbox.mails.length - mails().length, done }
}

/** The mail names everybody met and every own note, no one else's notes, and can be switched off. */
function check(mail: Email, attendee: Attendee, room: Room): void {
  // A text part may be folded.
  const text = (mail.text ?? '').replace(/\s+/g, ' ')
  const missing = room.meetings.find(({ name }) => !text.includes(name))
  if (missing) throw new Error(`does not name ${missing.name}, who was met`)
  const lost = room.meetings.find(({ name, note }) => note !== '' && !text.includes(noteOf(attendee, name)))
  if (lost) throw new Error(`does not hold the note about ${lost.name}`)
  const notes = text.match(/[\w-]+@example\.org talked with/g) ?? []
  if (notes.some((note) => !note.startsWith(attendee.guest.email))) throw new Error('holds a note of somebody else')
  if (!headerOf(mail, 'list-unsubscribe-post').includes('One-Click')) throw new Error('cannot be switched off by one click')
}

/**
 * Follows the first link 'done': opening it twice changes nothing, the button does.
 * @returns whether there was such a link: who met nobody has none.
 */
async function actOn({ url }: Target, mail: Email): Promise<boolean> {
  const links = (mail.text ?? '').match(/https?:\/\/[^\s<>")\]]+/g) ?? []
  const link = links.find((one) => one.includes('/follow-up/') && one.includes('.done.'))
  if (link === undefined) return false
  const browser = newPhone(url)
  try {
    const { pathname } = new URL(link)
    const first = await browser.get(pathname)
    const second = await browser.get(pathname)
    if (first.status !== 200 || first.body !== second.body) throw new Error('opening a link changed something')
    const [form] = browser.formsOf(second)
    if (!form) throw new Error('the page of a link has no button')
    const answer = await browser.submit(form, {})
    const after = await browser.get(pathname)
    if (answer.status !== 200 || after.body === first.body) throw new Error(`'done' did nothing (status ${String(answer.status)})`)
    return true
  } finally {
    browser.close()
  }
}

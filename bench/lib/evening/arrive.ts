import { newPhone, type Answer, type Phone } from '../http'
import type { Guest } from './crowd'
import type { Faults } from './faults'
import type { Evening } from './organizer'

/** Somebody who is in. */
export interface Attendee {
  readonly guest: Guest
  readonly phone: Phone
}

/** What the arrivals measured. */
export interface Arrivals {
  readonly attendees: Attendee[]
  /** How long each answer to a tap on 'check in' took, in milliseconds. */
  readonly checkInMs: number[]
  /** Taps beyond the first of which another person than the first came out. */
  duplicates: number
}

/** Opens the door code, checks in as the guest's behaviour has it, and fills in the first minute. */
export async function arrive(evening: Evening, guest: Guest, origin: string, arrivals: Arrivals, faults: Faults): Promise<void> {
  const phone = newPhone(origin)
  await faults.during(`arrival of ${guest.email}`, async () => {
    await checkIn(evening, { guest, phone }, arrivals)
    arrivals.attendees.push({ guest, phone })
    await firstMinute(evening, { guest, phone })
  })
}

function demand(answer: Answer, status: number, what: string): void {
  if (answer.status !== status) throw new Error(`${what}: status ${String(answer.status)} instead of ${String(status)}`)
}

async function checkIn(evening: Evening, { guest, phone }: Attendee, arrivals: Arrivals): Promise<void> {
  const page = await phone.get(await evening.doorPath())
  demand(page, 200, 'check-in page')
  const [form] = phone.formsOf(page)
  if (!form) throw new Error('the check-in page has no form')
  const typed = { name: guest.name, email: guest.email }

  if (guest.behaviour === 'LOST_ANSWER') {
    await phone.sendAndHangUp(form.action, {
      method: 'POST',
      body: new URLSearchParams([...form.fields, ...Object.entries(typed)]).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
  }
  // The second tap goes through cookies of its own, so that both receipts can be looked at.
  const twin = guest.behaviour === 'DOUBLE_TAP' ? newPhone(phone.origin) : undefined
  const [answer, again] = await Promise.all([phone.submit(form, typed), twin?.submit(form, typed)])
  for (const one of again ? [answer, again] : [answer]) {
    demand(one, 303, 'check-in')
    arrivals.checkInMs.push(one.ms)
  }
  demand(await phone.follow(answer), 200, 'receipt')
  if (twin) {
    const [mine, second] = await Promise.all([passOf(evening, phone), passOf(evening, twin)])
    if (mine !== second) arrivals.duplicates++
    twin.close()
  }
}

/** The path that a scan of this person's pass opens. */
export async function passOf({ eventId }: Evening, phone: Phone): Promise<string> {
  return new URL((await phone.api.meeting.myPass.query({ eventId })).url).pathname
}

async function firstMinute({ eventId }: Evening, { guest, phone }: Attendee): Promise<void> {
  demand(await phone.get(`/evening/${eventId}/hello`), 200, 'first minute')
  await phone.api.interest.choose.mutate({ words: [...guest.interests] })
  await phone.api.profile.save.mutate({ ask: guest.ask, offer: guest.offer, starter: guest.starter })
  demand(await phone.get(`/evening/${eventId}`), 200, 'you should meet')
}

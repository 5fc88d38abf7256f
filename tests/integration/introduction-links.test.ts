import { beforeEach, describe, expect, it } from 'vitest'
import { GET as askGet, POST as askPost } from '@/app/(attendee)/ask/[token]/route'
import { GET, POST } from '@/app/(attendee)/introduction/[token]/route'
import { mailContent } from '@/server/services/mail/mail-content'
import { personToken } from '@/server/services/introduction/person-link'
import { buildProfile } from '../factories/profile'
import { buildAsk } from '../factories/introduction'
import { NOW, SECRET } from '../factories/moment'
import { buildUser } from '../factories/user'
import { testDb } from '../setup/integration'
import { mailDeps, testClock } from '../support/mail'
import { post, useRuntime, visit } from '../support/token-pages'
import { buildThree, daysOn, NO, YES, type TestPerson } from './introduction-callers'

const PATH = '/introduction'
const clock = testClock()

beforeEach(() => {
  clock.at = NOW
  useRuntime(clock)
})

async function proposed() {
  const three = await buildThree()
  const { introductionId } = await three.make()
  const token = (person: TestPerson, id = introductionId) => personToken(SECRET, 'introduction', id, person.id)
  const answers = async () => {
    const sides = await three.db.introductionSide.findMany({ where: { introductionId } })
    return Object.fromEntries(sides.map(({ userId, answer }) => [userId === three.bela.id ? 'bela' : 'chioma', answer]))
  }
  return { ...three, introductionId, token, answers }
}

/** What the mails to this person say, as they would leave now. */
async function mailsTo(person: { readonly id: string }, reader: 'recipient' | 'operator' = 'recipient') {
  const rows = await testDb().outboxMail.findMany({ where: { userId: person.id, kind: 'INTRODUCTION' }, orderBy: [{ queuedAt: 'asc' }, { subjectKey: 'asc' }] })
  return Promise.all(rows.map((row) => mailContent(mailDeps(null, clock), row, reader)))
}

describe('the link of an introduction', () => {
  it('shows who, whom and why on GET, with nobody’s address, and changes nothing', async () => {
    const { bela, token, answers } = await proposed()
    const page = await visit(GET, PATH, token(bela))
    expect([page.status, page.headers.get('cache-control'), page.headers.get('referrer-policy')]).toEqual([200, 'no-store', 'no-referrer'])
    const text = await page.text()
    for (const part of ['Ada Example would like you to meet Chioma Obi', 'She builds boats.']) expect(text).toContain(part)
    expect(text).not.toMatch(/@(?!media)/)
    expect(await answers()).toEqual({ bela: 'WAITING', chioma: 'WAITING' })
  })

  it('says yes with what was ticked, no, and takes it back; repeats change nothing', async () => {
    const { bela, token, answers, db, introductionId } = await proposed()
    for (let time = 0; time < 2; time++) expect((await post(POST, PATH, token(bela), 'answer=yes&phone=%2B49+30+123456')).status).toBe(200)
    const side = await db.introductionSide.findUniqueOrThrow({ where: { introductionId_userId: { introductionId, userId: bela.id } } })
    expect(side.shares).toEqual([{ kind: 'PHONE', value: '+49 30 123456' }])
    await post(POST, PATH, token(bela), 'undo=1')
    expect(await answers()).toMatchObject({ bela: 'WAITING' })
    const no = await post(POST, PATH, token(bela), 'answer=no')
    expect(await no.text()).toContain('Nobody is told.')
    expect(await answers()).toEqual({ bela: 'DECLINED', chioma: 'WAITING' })
  })

  it('a bad phone number is shown again with a sentence, and nothing is said', async () => {
    const { bela, token, answers } = await proposed()
    const page = await post(POST, PATH, token(bela), 'answer=yes&phone=call+me')
    expect([page.status, await page.text()]).toEqual([400, expect.stringContaining('That is no phone number')])
    expect(await answers()).toMatchObject({ bela: 'WAITING' })
  })

  it('of another person, introduction, key or shape is 404 and does nothing', async () => {
    const { ada, bela, chioma, token, answers, introductionId } = await proposed()
    const { introductionId: otherId } = await proposed()
    const good = token(bela)
    const forged = [
      'nonsense',
      token(ada),
      personToken(SECRET, 'introduction', otherId, bela.id),
      personToken(SECRET, 'ask', introductionId, bela.id),
      personToken('another secret of thirty-two characters', 'introduction', introductionId, bela.id),
      good.slice(0, -1),
      `${good.split('.')[0] ?? ''}.${personToken(SECRET, 'introduction', otherId, chioma.id).split('.')[1] ?? ''}`,
    ]
    for (const bad of forged) {
      expect((await visit(GET, PATH, bad)).status, bad).toBe(404)
      expect((await post(POST, PATH, bad, 'answer=yes')).status, bad).toBe(404)
    }
    expect((await post(POST, PATH, good, 'answer=yes', 'text/plain')).status).toBe(415)
    expect(await answers()).toEqual({ bela: 'WAITING', chioma: 'WAITING' })
  })

  it('is 410 after thirty days, when it was taken back, and when one blocked another: the same page', async () => {
    const pages: string[] = []
    for (const end of ['time', 'withdrawn', 'block'] as const) {
      clock.at = NOW
      const { ada, bela, chioma, token, introductionId, db } = await proposed()
      if (end === 'time') clock.at = daysOn(30)
      if (end === 'withdrawn') await ada.at().introduction.withdraw({ introductionId })
      if (end === 'block') await db.block.create({ data: { blockerId: chioma.id, blockedId: bela.id, createdAt: NOW } })
      for (const answer of [await visit(GET, PATH, token(bela)), await post(POST, PATH, token(bela), 'answer=yes')]) {
        expect(answer.status).toBe(410)
        pages.push(await answer.text())
      }
    }
    expect(new Set(pages).size).toBe(1)
  })
})

describe('the mails', () => {
  it('the first: who, whom, why, a link; no address of the other, and nothing acts for the operator', async () => {
    const { bela, chioma, token } = await proposed()
    const [mail] = await mailsTo(bela)
    expect(mail?.subject).toBe('Ada Example would like you to meet Chioma Obi')
    for (const part of ['She builds boats.', `/introduction/${token(bela)}`]) expect(mail?.text).toContain(part)
    expect(mail?.text).not.toContain(chioma.email)
    expect(mail?.text).not.toContain('He sails alone.')
    const [shown] = await mailsTo(bela, 'operator')
    expect(shown?.text).not.toMatch(/She builds boats|\/introduction\//)
  })

  it('the second, to both once both said yes: what each shared and a first line', async () => {
    const { bela, chioma, introductionId } = await proposed()
    await bela.at().introduction.answer({ introductionId, reply: YES })
    await chioma.at().introduction.answer({ introductionId, reply: { ...YES, shareEmail: false, phone: '' } })
    const [, toChioma] = await mailsTo(chioma)
    for (const part of [bela.email ?? '', '+49 30 1234567', 'Hi Bela Novak, Ada Example thought that we two should meet.']) expect(toChioma?.text).toContain(part)
    const [, toBela] = await mailsTo(bela)
    expect(toBela?.text).toContain('Chioma Obi shared no address with you')
    expect(toBela?.text).not.toContain(chioma.email)
    expect((await mailsTo(chioma, 'operator')).map((mail) => mail?.text).join()).not.toContain(bela.email)
  })

  it('says nothing any more once it was answered, taken back, or its time is over', async () => {
    const first = await proposed()
    await first.bela.at().introduction.answer({ introductionId: first.introductionId, reply: NO })
    expect(await mailsTo(first.bela)).toEqual([null])
    expect(await mailsTo(first.chioma)).not.toEqual([null])
    await first.ada.at().introduction.withdraw({ introductionId: first.introductionId })
    expect(await mailsTo(first.chioma)).toEqual([null])
    const second = await proposed()
    clock.at = daysOn(30)
    expect(await mailsTo(second.bela)).toEqual([null])
  })
})

describe('the link of an ask', () => {
  async function sent() {
    const { db, ada, bela } = await buildThree()
    await buildProfile(db, { userId: bela.id, offer: 'repairing pianos' })
    const ask = await buildAsk(db, { byId: ada.id, to: [bela.id], shares: [{ kind: 'EMAIL', value: ada.email ?? '' }] })
    return { db, ada, bela, ask, token: personToken(SECRET, 'ask', ask.id, bela.id) }
  }

  it('shows what is asked and why, and changes nothing; help passes the details both ways', async () => {
    const { db, ada, bela, ask, token } = await sent()
    const text = await (await visit(askGet, '/ask', token)).text()
    for (const part of ['repair an old piano', 'You are asked because you offer “repairing pianos”.']) expect(text).toContain(part)
    expect(text).not.toMatch(/@(?!media)/)
    expect(await db.contactField.count()).toBe(0)
    for (let time = 0; time < 2; time++) expect((await post(askPost, '/ask', token, 'answer=help&shareEmail=yes&note=On+Sundays')).status).toBe(200)
    const fields = await db.contactField.findMany({ select: { value: true, contact: { select: { ownerId: true } } } })
    expect(fields.map(({ value, contact }) => `${contact.ownerId} ${value}`).sort()).toEqual([`${ada.id} ${bela.email ?? ''}`, `${bela.id} ${ada.email ?? ''}`].sort())
    expect(await db.interaction.count({ where: { kind: 'INTRODUCED', nonce: ask.id } })).toBe(2)
    const [mail] = await mailsTo(ada)
    for (const part of ['Bela Novak can help', 'On Sundays', bela.email ?? '']) expect(mail?.text).toContain(part)
  })

  it('‘not me’ is told to nobody, and can be taken back', async () => {
    const { db, ada, token } = await sent()
    const before = JSON.stringify([await ada.at().ask.mine(), await mailsTo(ada)])
    expect(await (await post(askPost, '/ask', token, 'answer=pass')).text()).toContain('Nobody is told.')
    expect(JSON.stringify([await ada.at().ask.mine(), await mailsTo(ada)])).toBe(before)
    await post(askPost, '/ask', token, 'undo=1')
    expect(await db.askRecipient.findFirst()).toMatchObject({ answer: 'WAITING', answeredAt: null })
  })

  it('is 404 for others, and 410 when it is settled or its time is over', async () => {
    const { ada, ask, token } = await sent()
    const stranger = await buildUser(testDb())
    expect((await visit(askGet, '/ask', personToken(SECRET, 'ask', ask.id, stranger.id))).status).toBe(404)
    await ada.at().ask.close({ askId: ask.id })
    expect((await post(askPost, '/ask', token, 'answer=help')).status).toBe(410)
    const late = await sent()
    clock.at = daysOn(14)
    expect((await visit(askGet, '/ask', late.token)).status).toBe(410)
    expect(await testDb().contactField.count()).toBe(0)
  })
})

import { buildEvent } from '../tests/factories/community'
import { buildGuest } from '../tests/factories/evening'
import { SECRET } from '../tests/factories/moment'
import { buildAcquaintance } from '../tests/factories/update'
import { buildUser } from '../tests/factories/user'
import { muteToken } from '../src/server/services/update/mute-token'
import { expect, expectNoAxeViolations, test } from './fixtures'

const HOSTILE = '<img src=x onerror=alert(1)> javascript:alert(1) https://example.org/'

test('what one works on reaches one’s people as plain text, and one tap ends it', async ({ phone, db, clock }) => {
  const ada = await buildUser(db, { name: 'Ada Example' })
  const ben = await buildUser(db, { name: 'نور الدين' })
  await buildAcquaintance(db, ada, ben)

  const hers = await phone({ as: ada })
  await hers.goto('/updates')
  await expect(hers.getByText('Nothing new from your people')).toBeVisible()
  await expectNoAxeViolations(hers)
  await hers.getByLabel('In your own words').fill(HOSTILE)
  await hers.getByRole('button', { name: 'Share it' }).click()
  await expect(hers.getByText('For 1 person')).toBeVisible()
  await expect(hers.getByLabel('In your own words')).toHaveValue('')

  // Without scripts all of it works too.
  const his = await phone({ as: ben, javaScriptEnabled: false })
  await his.goto('/updates')
  await expect(his.getByText(HOSTILE)).toBeVisible()
  await expect(his.getByRole('main').getByRole('link')).toHaveCount(0)
  await his.getByRole('button', { name: 'No more of theirs' }).click()
  await expect(his.getByText(HOSTILE)).toBeHidden()
  await his.getByRole('button', { name: 'Hear from them again' }).click()
  await expect(his.getByText(HOSTILE)).toBeVisible()

  await his.goto(`/mute/${muteToken(SECRET, { userId: ben.id, authorId: ada.id }, clock.now())}`)
  await his.getByRole('button', { name: 'No more of theirs' }).click()
  await expect(his.getByRole('heading', { name: 'You hear no more of what Ada Example is working on' })).toBeVisible()
  await his.getByRole('button', { name: 'Undo' }).click()
  await expect(his.getByRole('heading', { name: 'You hear from Ada Example again' })).toBeVisible()

  await hers.reload()
  await expect(hers.getByText('For 1 person')).toBeVisible()
  await hers.getByRole('button', { name: 'Delete' }).click()
  await expect(hers.getByText(HOSTILE)).toBeHidden()
})

test('a takeaway is read by those who were there', async ({ phone, db, clock }) => {
  const minutes = (count: number) => new Date(clock.now().getTime() + count * 60_000)
  const event = await buildEvent(db, { name: 'Open Table', startsAt: minutes(-60), endsAt: minutes(60) })
  const ada = await buildGuest(db, event.id, { user: { name: 'Ada Example' } })
  const ben = await buildGuest(db, event.id, { user: { name: 'Ben Example' } })

  const hers = await phone({ as: ada })
  await hers.goto(`/evening/${event.id}`)
  await hers.getByLabel('What do you take away?').fill('Bees dance to tell each other the way.')
  await hers.getByRole('button', { name: 'Share it' }).click()
  await expect(hers.getByLabel('What do you take away?')).toHaveValue('')
  await expectNoAxeViolations(hers)

  const his = await phone({ as: ben })
  await his.goto(`/evening/${event.id}#takeaways`)
  await expect(his.getByText('Bees dance to tell each other the way.')).toBeVisible()
})

test('where a browser lets no message through, the section says so and asks for nothing', async ({ phone, db }) => {
  const ada = await buildUser(db, { name: 'Ada Example' })
  // A browser without a window of its own refuses every site.
  const hers = await phone({ as: ada })
  await hers.goto('/profile#push')
  const section = hers.getByRole('region', { name: 'On your lock screen' })
  await expect(section.getByText('You have blocked messages from this site.')).toBeVisible()
  await expect(section.getByRole('button')).toHaveCount(0)
  await expectNoAxeViolations(hers)
})

// npm run bench:mail: mails of the morning after a second, from rows of the outbox to a mail server on this
// machine, beside nodemailer alone with as many connections and the same mails in words already.
import { parseArgs } from 'node:util'
import { runToTheEnd } from './lib/clean-up'
import { runCommand, wholeNumber } from './lib/command-line'
import { percentile, rounded } from './lib/percentile'
import { formatTable } from './lib/table'

const HELP = `npm run bench:mail [-- options]
  --messages N   mails a round (500), each about four people, with notes and promises
  --rounds N     rounds of each way, in turns (5)`

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      messages: { type: 'string', default: '500' },
      rounds: { type: 'string', default: '5' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(HELP)
    return
  }
  const messages = wholeNumber('messages', values.messages, 5, 10_000)
  const rounds = wholeNumber('rounds', values.rounds, 1, 100)
  await runToTheEnd(() => main(messages, rounds))
})

async function main(messages: number, rounds: number): Promise<boolean> {
  // As `npm start` runs it. Libraries choose what they are when they are loaded, so that comes after.
  Object.assign(process.env, { NODE_ENV: 'production', LOG_LEVEL: 'warn' })
  const { measureMail } = await import('./lib/mail/measure')
  const { outbox, alone, lost, twice } = await measureMail(messages, rounds)
  const rates = (times: readonly number[]) => times.map((seconds) => rounded(messages / seconds, 0))
  const median = (times: readonly number[]) => messages / percentile(times, 0.5)
  const line = (name: string, times: readonly number[]) => [name, rounded(median(times), 0), rates(times).join(' ')]
  const ratio = rounded(median(outbox) / median(alone), 3)
  console.log(
    formatTable([
      ['mails of the morning after a second', 'median', 'each round'],
      line('through the outbox', outbox),
      line('nodemailer alone', alone),
      ['ratio', ratio, ''],
      ['lost, twice', `${String(lost)}, ${String(twice)}`, ''],
    ]),
  )
  const perSecond = rounded(median(outbox), 1)
  const referencePerSecond = rounded(median(alone), 1)
  console.log(JSON.stringify({ messages: messages * rounds, perSecond, referencePerSecond, ratio, lost, twice }))
  return lost === 0 && twice === 0
}

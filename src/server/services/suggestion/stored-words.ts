import { z } from 'zod'
import { INTEREST_FIELDS } from '@/domain/interests/catalogue/entry'
import type { Question, Reason } from '@/domain/matching/types'
import { textOf, type Locale } from '@/text/translator'
import { askQuoted, offerQuoted, starterQuoted } from './quoted'

const match = { ask: z.string(), offer: z.string(), words: z.array(z.string()) }

const reasonSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('sharedInterest'), label: z.string() }),
  z.object({ code: z.literal('sharedInterests'), labels: z.array(z.string()) }),
  z.object({ code: z.literal('theirOfferMatchesYourAsk'), ...match }),
  z.object({ code: z.literal('yourOfferMatchesTheirAsk'), ...match }),
  z.object({ code: z.literal('theyAreNew') }),
  z.object({ code: z.literal('theyAreRegular'), visits: z.number() }),
  z.object({ code: z.literal('bothNew') }),
  z.object({ code: z.literal('theirOfferMightMatchYourAsk'), ask: z.string(), offer: z.string() }),
  z.object({ code: z.literal('yourOfferMightMatchTheirAsk'), ask: z.string(), offer: z.string() }),
  z.object({ code: z.literal('sameOrganization'), label: z.string() }),
  z.object({ code: z.literal('sameCity'), label: z.string() }),
  z.object({ code: z.literal('sameStudies'), label: z.string() }),
  z.object({ code: z.literal('sameEvenings'), count: z.number() }),
  z.object({ code: z.literal('anotherField'), label: z.string() }),
  z.object({ code: z.literal('notMetYet') }),
]) satisfies z.ZodType<Reason>

/** Earlier versions had one sentence for each and stored no number. */
const variant = z.number().catch(0)

const questionSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('askAboutStarter'), starter: z.string(), variant }),
  z.object({ code: z.literal('askAboutAsk'), ask: z.string(), variant }),
  z.object({ code: z.literal('askAboutOffer'), offer: z.string(), variant }),
  z.object({
    code: z.literal('askAboutInterest'),
    label: z.string(),
    field: z.enum([...INTEREST_FIELDS, '']).catch(''),
    variant,
  }),
  z.object({ code: z.literal('open'), variant }),
]) satisfies z.ZodType<Question>

/** Stored reasons as sentences. What another version of the software stored and this one cannot read is left out. */
export function reasonsInWords(stored: unknown, locale: Locale): string[] {
  return z
    .array(z.unknown())
    .catch([])
    .parse(stored)
    .flatMap((one) => {
      const reason = reasonSchema.safeParse(one)
      return reason.success ? [reasonInWords(reason.data, locale)] : []
    })
}

function reasonInWords(reason: Reason, locale: Locale): string {
  const t = textOf(locale, 'reasons')
  switch (reason.code) {
    case 'sharedInterest':
    case 'sameOrganization':
    case 'sameCity':
    case 'sameStudies':
    case 'anotherField':
      return t(reason.code, { label: reason.label })
    case 'sameEvenings':
      return t(reason.code, { count: reason.count })
    case 'sharedInterests':
      return t(reason.code, { labels: new Intl.ListFormat(locale, { type: 'conjunction' }).format(reason.labels) })
    case 'theirOfferMatchesYourAsk':
    case 'yourOfferMatchesTheirAsk':
    case 'theirOfferMightMatchYourAsk':
    case 'yourOfferMightMatchTheirAsk':
      return t(reason.code, { ask: askQuoted(reason.ask, locale), offer: offerQuoted(reason.offer, locale) })
    case 'theyAreRegular':
    case 'theyAreNew':
    case 'bothNew':
    case 'notMetYet':
      return t(reason.code)
  }
}

/** A stored opening question as a sentence; empty when this version cannot read it. */
export function questionInWords(stored: unknown, locale: Locale): string {
  const t = textOf(locale, 'questions')
  const { data: question } = questionSchema.safeParse(stored)
  if (!question) return ''
  const number = String(question.variant)
  switch (question.code) {
    case 'askAboutStarter': {
      const { kind, text } = starterQuoted(question.starter, locale)
      return t(`${question.code}.${kind}`, { starter: text, variant: number })
    }
    case 'askAboutAsk':
      return t(question.code, { ask: askQuoted(question.ask, locale), variant: number })
    case 'askAboutOffer':
      return t(question.code, { offer: offerQuoted(question.offer, locale), variant: number })
    case 'askAboutInterest':
      return t(`${question.code}.${question.field || 'any'}`, { label: question.label, variant: number })
    case 'open':
      return t(question.code, { variant: number })
  }
}

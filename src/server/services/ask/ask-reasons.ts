import { z } from 'zod'
import type { AskReason } from '@/domain/introductions/route-ask'
import { textOf, type Locale } from '@/text/translator'

const reasonSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('youOffer') }),
  z.object({ code: z.literal('youChose'), label: z.string() }),
  z.object({ code: z.literal('yourLine') }),
]) satisfies z.ZodType<AskReason>

/** The reader's own lines as they are now: a reason quotes what still stands there. */
interface OwnLines {
  readonly offer: string
  readonly headline: string
}

/** Stored reasons as sentences to the one who is asked; what does not hold any more is left out. */
export function askReasonsInWords(stored: unknown, { offer, headline }: OwnLines, locale: Locale): string[] {
  const t = textOf(locale, 'ask')
  return z
    .array(z.unknown())
    .catch([])
    .parse(stored)
    .flatMap((one) => {
      const { data: reason } = reasonSchema.safeParse(one)
      if (!reason) return []
      if (reason.code === 'youChose') return [t('why.youChose', { label: reason.label })]
      const quoted = reason.code === 'youOffer' ? offer : headline
      return quoted === '' ? [] : [t(`why.${reason.code}`, { quoted })]
    })
}

import { z } from 'zod'
import { CADENCES } from '@/domain/follow-up/cadence'
import { listOutbox, readOutboxMail } from '@/server/services/mail/list-outbox'
import { mailSettings, saveMailSettings } from '@/server/services/mail/mail-settings'
import { liftBounce, retryAllFailed, retryMail, stopMail } from '@/server/services/mail/tend-by-hand'
import { resubscribe, unsubscribe, unsubscribeState } from '@/server/services/mail/unsubscribe'
import { OPTIONAL_KINDS } from '@/server/services/mail/unsubscribe-token'
import { asOperator, idOf, proved, router, withToken } from '../trpc'

const STATES = ['QUEUED', 'SENDING', 'SENT', 'FAILED', 'SUPPRESSED', 'UNKNOWN'] as const
const hour = z.int().min(0).max(23)

const ownSettings = z.object({
  kinds: z.array(z.enum(OPTIONAL_KINDS)),
  cadence: z.enum(CADENCES),
  digestRhythm: z.enum(['WEEKLY', 'DAILY']),
  digestWeekday: z.int().min(1).max(7),
  quietFrom: hour,
  quietTo: hour,
  timeZone: z.string().max(64),
})

export const mailRouter = router({
  /** Mail that has not gone out, or that of a filter, for the operator. */
  outbox: asOperator()
    .input(z.object({ state: z.enum(STATES).optional(), kind: z.enum(['SIGN_IN', ...OPTIONAL_KINDS]).optional() }).optional())
    .query(({ ctx, input }) => listOutbox(ctx, input ?? {})),
  /** One of them in words, without what is private to its reader. */
  read: asOperator()
    .input(z.object({ mailId: idOf('mail') }))
    .query(({ ctx, input }) => readOutboxMail(ctx, input.mailId, ctx.locale)),
  /** Tries one again that failed or whose outcome is unknown; `sure`: it may arrive twice. */
  retry: asOperator()
    .input(z.object({ mailId: idOf('mail'), sure: z.boolean() }))
    .mutation(({ ctx, input }) => retryMail(ctx.db, { ...input, now: ctx.clock.now(), locale: ctx.locale })),
  retryFailed: asOperator().mutation(({ ctx }) => retryAllFailed(ctx.db, ctx.clock.now())),
  stop: asOperator()
    .input(z.object({ mailId: idOf('mail') }))
    .mutation(({ ctx, input }) => stopMail(ctx.db, { ...input, now: ctx.clock.now(), locale: ctx.locale })),
  /** Lets mail go to an address again that bounced. */
  liftBounce: asOperator()
    .input(z.object({ address: z.string().max(254) }))
    .mutation(({ ctx, input }) => liftBounce(ctx.db, input.address)),

  /** Which mail the viewer gets, and when. */
  settings: proved().query(({ ctx }) => mailSettings(ctx.db, ctx.viewer)),
  saveSettings: proved()
    .input(ownSettings)
    .mutation(({ ctx, input }) => saveMailSettings(ctx.db, ctx.viewer, { ...input, locale: ctx.locale }, ctx.clock.now())),

  /** What a link for switching mail off is about. Changes nothing. */
  unsubscribeState: withToken().query(({ ctx, input }) => unsubscribeState(ctx.db, { ...ctx, ...input })),
  unsubscribe: withToken().mutation(({ ctx, input }) => unsubscribe(ctx.db, { ...ctx, ...input }, ctx.clock.now())),
  resubscribe: withToken().mutation(({ ctx, input }) => resubscribe(ctx.db, { ...ctx, ...input })),
})

import { z } from 'zod'
import { CADENCES } from '@/domain/follow-up/cadence'
import { AUDIT_STEPS, MISSED_AT_MOST } from '@/domain/my-circle/audit'
import { CIRCLE_VIEWS } from '@/domain/my-circle/show-circle'
import { saveSettings } from '@/server/services/follow-up/settings'
import { listChanged, missPeople, quietPeople, settleAudit } from '@/server/services/my-circle/act-on-audit'
import { auditDue } from '@/server/services/my-circle/audit-due'
import { loadAudit } from '@/server/services/my-circle/load-audit'
import { MORE_OF_TEXT_MAX, saveMoreOf } from '@/server/services/my-circle/more-of'
import { showMyCircle } from '@/server/services/my-circle/show-my-circle'
import type { Context } from '../context'
import { provedToChange } from '../own'
import { idOf, proved, router, signedIn } from '../trpc'

const contacts = (most: number) => z.array(idOf('contact')).max(most)
/** As many as a question of the audit offers, and some. */
const MANY = 50

const asker = (ctx: Pick<Context, 'clock' | 'locale'> & { readonly viewer: { readonly userId: string } }) => ({
  ownerId: ctx.viewer.userId,
  now: ctx.clock.now(),
  locale: ctx.locale,
})

export const myCircleRouter = router({
  /** One view of the viewer's own people, what they want more of, and whether the audit is due. */
  show: signedIn()
    .input(z.object({ view: z.enum(CIRCLE_VIEWS) }))
    .query(({ ctx, input }) => showMyCircle(ctx.db, { ...asker(ctx), view: input.view })),

  saveMoreOf: provedToChange()
    .input(z.object({ topics: z.array(z.string().max(200)).max(MANY), words: z.string().max(4 * MORE_OF_TEXT_MAX) }))
    .mutation(({ ctx, input }) => saveMoreOf(ctx.db, { userId: ctx.viewer.userId, ...input })),

  /** Whether to offer the audit: for a line on other pages. */
  auditDue: proved().query(({ ctx }) => auditDue(ctx.db, ctx.viewer.userId, ctx.clock.now())),

  /** What one question of the audit is asked about. */
  audit: proved()
    .input(z.object({ step: z.enum(AUDIT_STEPS) }))
    .query(({ ctx, input }) => loadAudit(ctx.db, input.step, asker(ctx))),

  miss: provedToChange()
    .input(z.object({ contactIds: contacts(MISSED_AT_MOST) }))
    .mutation(({ ctx, input }) => missPeople(ctx.db, { ...asker(ctx), ...input })),

  quiet: provedToChange()
    .input(z.object({ contactIds: contacts(MANY) }))
    .mutation(({ ctx, input }) => quietPeople(ctx.db, { ...asker(ctx), ...input })),

  rhythm: provedToChange()
    .input(z.object({ cadence: z.enum(CADENCES) }))
    .mutation(({ ctx, input }) => saveSettings(ctx.db, ctx.viewer.userId, { cadence: input.cadence })),

  /** The audit was gone through, or is not wanted now. */
  settleAudit: provedToChange().mutation(({ ctx }) => settleAudit(ctx.db, { userId: ctx.viewer.userId, now: ctx.clock.now() })),

  /** What the audit has changed, of what the page remembers. */
  changed: proved()
    .input(z.object({ missed: contacts(MANY), quiet: contacts(MANY) }))
    .query(({ ctx, input }) => listChanged(ctx.db, { ownerId: ctx.viewer.userId, ...input })),
})

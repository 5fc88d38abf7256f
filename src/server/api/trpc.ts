import { initTRPC, TRPCError } from '@trpc/server'
import { z } from 'zod'
import { doorHours, doorTime } from '@/domain/door-hours'
import { DomainError, type DomainErrorCode } from '@/domain/errors'
import { idPattern, type IdKind } from '@/domain/ids'
import { mayDo, type Action, type Standing } from '@/domain/permissions'
import { findCommunityFor, findEventFor } from '@/server/db/scopes'
import { logger } from '@/server/lib/logger'
import { weekdayAndTime } from '@/text/event-time'
import { textOf } from '@/text/translator'
import { awayError } from './away'
import type { Context } from './context'

const TRPC_CODE = {
  BAD_INPUT: 'BAD_REQUEST',
  UNAUTHENTICATED: 'UNAUTHORIZED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  CONFLICT: 'CONFLICT',
  GONE: 'PRECONDITION_FAILED',
  TOO_MANY: 'TOO_MANY_REQUESTS',
  UNAVAILABLE: 'SERVICE_UNAVAILABLE',
} as const satisfies Record<DomainErrorCode, TRPCError['code']>

/** One sentence for a person, whatever was thrown; nothing of the fault itself goes out. */
function userMessage(error: TRPCError, context: Context | undefined): string {
  const t = textOf(context?.locale ?? 'en', 'errors')
  if (error.cause instanceof DomainError) return error.cause.userMessage
  if (error.cause instanceof z.ZodError) return error.cause.issues[0]?.message ?? t('badInput')
  if (error.code === 'INTERNAL_SERVER_ERROR') return t('fault', { requestId: context?.requestId ?? '-' })
  return error.code === 'NOT_FOUND' ? t('notFound') : t('badInput')
}

const t = initTRPC.context<Context>().create({
  // A word every 15 seconds, so that a phone notices a connection that has died without saying so.
  sse: { ping: { enabled: true, intervalMs: 15_000 } },
  errorFormatter: ({ shape, error, ctx }) => ({
    ...shape,
    message: userMessage(error, ctx),
    data: { code: shape.data.code, httpStatus: shape.data.httpStatus, requestId: ctx?.requestId },
  }),
})

/** Domain refusals become tRPC's codes here and nowhere else; faults are logged with the request id. */
const guarded = t.procedure.use(async ({ ctx, path, getRawInput, next }) => {
  // PostgreSQL stores no NUL, and nobody types one.
  if (JSON.stringify([await getRawInput()]).includes('\\u0000')) {
    throw new TRPCError({ code: 'BAD_REQUEST', message: textOf(ctx.locale, 'errors')('badInput') })
  }
  const result = await next()
  if (result.ok) return result
  const cause = result.error.cause
  if (cause instanceof DomainError) {
    throw new TRPCError({ code: TRPC_CODE[cause.code], message: cause.userMessage, cause })
  }
  const away = awayError(cause, ctx.locale)
  if (away) {
    logger.warn({ requestId: ctx.requestId, path, err: cause }, 'database away')
    throw away
  }
  if (result.error.code === 'INTERNAL_SERVER_ERROR') {
    logger.error({ requestId: ctx.requestId, path, err: cause ?? result.error }, 'procedure failed')
  }
  return result
})

const notFound = (ctx: Context) => new DomainError('NOT_FOUND', textOf(ctx.locale, 'errors')('notFound'))

/** Input of one id of the given kind; anything else is the same as an id that does not exist. */
export const idOf = (kind: IdKind) => z.string().regex(idPattern(kind))

/** Makes routers and their server-side callers. */
export const router = t.router
export const createCallerFactory = t.createCallerFactory

/** Anybody at all, signed in or not. The name says in code what the access table says in its row. */
export const open = () => guarded

/** Anybody signed in, door guests included: for what belongs to the viewer alone. */
export const signedIn = () =>
  guarded.use(({ ctx, next }) => {
    if (!ctx.viewer) {
      throw new DomainError('UNAUTHENTICATED', textOf(ctx.locale, 'errors')('signInFirst'))
    }
    return next({ ctx: { ...ctx, viewer: ctx.viewer } })
  })

/** Signed in with an address that has been proved, so no door guest: for what belongs to that address. */
export const proved = () =>
  signedIn().use(({ ctx, next }) => {
    const { email } = ctx.viewer
    if (email === null) throw new DomainError('FORBIDDEN', textOf(ctx.locale, 'errors')('proveFirst'))
    return next({ ctx: { ...ctx, viewer: { ...ctx.viewer, email } } })
  })

/** The one who set this installation up. To others the procedure does not exist. */
export const asOperator = () =>
  signedIn().use(({ ctx, next }) => {
    if (!ctx.viewer.operator) throw notFound(ctx)
    return next({ ctx })
  })

function demand(ctx: Context, action: Action, standings: readonly Standing[]) {
  if (mayDo(action, standings)) return
  // A person without any standing here is not told that the thing exists.
  if (standings.length === 0) throw notFound(ctx)
  throw new DomainError('FORBIDDEN', textOf(ctx.locale, 'errors')('forbidden'))
}

type Found = NonNullable<Awaited<ReturnType<typeof findEventFor>>>

/** A door is its hosts' for the evening only: too early and too late each have a sentence. */
function demandTime(ctx: Context, action: Action, { event, standings }: Found, now: Date) {
  const time = doorTime(action, standings, event, now)
  if (time === 'OPEN') return
  const t = textOf(ctx.locale, 'errors')
  if (time === 'OVER') throw new DomainError('GONE', t('doorOver'))
  const opens = new Date(event.startsAt.getTime() - (doorHours(action, 'GRANT')?.beforeStartMs ?? 0))
  throw new DomainError('CONFLICT', t('doorEarly', { opens: weekdayAndTime(ctx.locale, opens, event.timeZone) }))
}

/** Takes `communityId`, demands the action there, and hands over `ctx.community` and `ctx.standings`. */
export const inCommunity = (action: Action) =>
  signedIn()
    .input(z.object({ communityId: idOf('community') }))
    .use(async ({ ctx, input, next }) => {
      const found = await findCommunityFor(ctx.db, ctx.viewer.userId, input.communityId)
      if (!found) throw notFound(ctx)
      demand(ctx, action, found.standings)
      return next({ ctx: { ...ctx, ...found } })
    })

/**
 * Takes `eventId`, demands the action there and that this is the time for it, and hands over `ctx.event` and
 * `ctx.standings`.
 */
export const inEvent = (action: Action) =>
  signedIn()
    .input(z.object({ eventId: idOf('event') }))
    .use(async ({ ctx, input, next }) => {
      const now = ctx.clock.now()
      const found = await findEventFor(ctx.db, ctx.viewer.userId, input.eventId, now)
      if (!found) throw notFound(ctx)
      demand(ctx, action, found.standings)
      demandTime(ctx, action, found, now)
      return next({ ctx: { ...ctx, ...found } })
    })

/**
 * For links in mails and codes on screens: the signed or hashed token itself is the permission, no
 * session is looked at. The service that opens it refuses what is not genuine.
 */
export const withToken = () => guarded.input(z.object({ token: z.string().min(1).max(300) }))

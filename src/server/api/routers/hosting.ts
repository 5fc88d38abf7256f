import { z } from 'zod'
import { acceptInvitation } from '@/server/services/hosting/accept-invitation'
import { inviteHost, renewInvitation } from '@/server/services/hosting/invite-host'
import { listGrants } from '@/server/services/hosting/list-grants'
import { listHosting } from '@/server/services/hosting/list-hosting'
import { openInvitation } from '@/server/services/hosting/open-invitation'
import { revokeGrant } from '@/server/services/hosting/revoke-grant'
import type { Context } from '../context'
import { idOf, inEvent, router, signedIn, withToken } from '../trpc'

const oneGrant = z.object({ grantId: idOf('doorGrant') })

interface Organizer {
  readonly clock: Context['clock']
  readonly locale: Context['locale']
  readonly publicUrl: string
  readonly viewer: { readonly userId: string }
}

const organizer = ({ clock, locale, publicUrl, viewer }: Organizer) => ({
  userId: viewer.userId,
  now: clock.now(),
  locale,
  publicUrl,
})

/** Hosts for a night: the links that organizers give, and what those who open them do. */
export const hostingRouter = router({
  invite: inEvent('inviteHosts')
    .input(z.object({ label: z.string().max(1000).default('') }))
    .mutation(({ ctx, input }) => inviteHost(ctx.db, { ...organizer(ctx), ...input })),

  /** Another link where the first was lost before anybody took it. */
  renew: inEvent('inviteHosts')
    .input(oneGrant)
    .mutation(({ ctx, input }) => renewInvitation(ctx.db, { ...organizer(ctx), ...input })),

  revoke: inEvent('inviteHosts')
    .input(oneGrant)
    .mutation(({ ctx, input }) => revokeGrant(ctx.db, { ...organizer(ctx), ...input })),

  grants: inEvent('inviteHosts').query(async ({ ctx, input }) => ({
    event: ctx.event,
    community: { name: ctx.community.name, slug: ctx.community.slug },
    ended: ctx.clock.now() > ctx.event.endsAt,
    grants: await listGrants(ctx.db, { ...organizer(ctx), ...input }),
  })),

  /** What a host's link opens; the link is the permission, and looking changes nothing. */
  open: withToken().query(({ ctx, input }) =>
    openInvitation(ctx.db, {
      token: input.token,
      userId: ctx.viewer?.userId ?? null,
      now: ctx.clock.now(),
      locale: ctx.locale,
    }),
  ),

  /** 'I'm helping tonight'. */
  accept: withToken()
    .input(z.object({ name: z.string().max(1000).default(''), nonce: z.string().min(20).max(64) }))
    .mutation(({ ctx, input }) =>
      acceptInvitation(ctx.db, {
        ...input,
        secret: ctx.secret,
        userId: ctx.viewer?.userId ?? null,
        now: ctx.clock.now(),
        locale: ctx.locale,
      }),
    ),

  /** The doors that the viewer helps at. */
  mine: signedIn().query(({ ctx }) => listHosting(ctx.db, { userId: ctx.viewer.userId, now: ctx.clock.now() })),
})

import { z } from 'zod'
import { createCommunity } from '@/server/services/community/create-community'
import { findCommunityBySlug, listMyCommunities } from '@/server/services/community/find-community'
import { listCommunities, listPublicPages, showCommunity } from '@/server/services/community/show-community'
import { updateCommunity } from '@/server/services/community/update-community'
import { asOperator, inCommunity, open, router, signedIn } from '../trpc'

const facts = z.object({
  name: z.string().max(1000),
  timeZone: z.string().max(64),
  postalAddress: z.string().max(1000).optional(),
})

export const communityRouter = router({
  /** For anybody, as are the next two. */
  show: open()
    .input(z.object({ slug: z.string().max(60) }))
    .query(({ ctx, input }) =>
      showCommunity(ctx.db, { ...input, publicUrl: ctx.publicUrl, now: ctx.clock.now(), locale: ctx.locale }),
    ),
  list: open().query(({ ctx }) => listCommunities(ctx.db, ctx.clock.now())),
  siteMap: open().query(({ ctx }) => listPublicPages(ctx.db, { publicUrl: ctx.publicUrl, now: ctx.clock.now() })),
  mine: signedIn().query(({ ctx }) => listMyCommunities(ctx.db, ctx.viewer.userId)),
  bySlug: signedIn()
    .input(z.object({ slug: z.string().max(60) }))
    .query(({ ctx, input }) =>
      findCommunityBySlug(ctx.db, { slug: input.slug, userId: ctx.viewer.userId, locale: ctx.locale }),
    ),
  create: asOperator()
    .input(facts)
    .mutation(({ ctx, input }) =>
      createCommunity(ctx.db, { ...input, ownerId: ctx.viewer.userId, now: ctx.clock.now(), locale: ctx.locale }),
    ),
  update: inCommunity('editCommunity')
    .input(facts)
    .mutation(({ ctx, input }) =>
      updateCommunity(ctx.db, { ...input, userId: ctx.viewer.userId, locale: ctx.locale }),
    ),
})

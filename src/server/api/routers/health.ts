import { checkHealth } from '@/server/services/health/check-health'
import { open, router } from '../trpc'

export const healthRouter = router({
  check: open().query(({ ctx }) => checkHealth(ctx.db)),
})

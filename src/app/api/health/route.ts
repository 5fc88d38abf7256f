import type { NextRequest } from 'next/server'
import { routeApi } from '@/trpc/route'

export async function GET(request: NextRequest) {
  const { caller } = await routeApi(request)
  const { ok } = await caller.health.check()
  return Response.json({ ok }, { status: ok ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}

import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { refuseCrossSite } from '@/app/_lib/cross-site'
import { readForm } from '@/app/_lib/form'
import { openSignIn } from '@/trpc/sign-in'

const form = z.object({
  token: z.string().trim().min(1).max(100),
  email: z.string().trim().toLowerCase().max(254).optional(),
  callbackUrl: z.string().max(2000).default('/welcome'),
})

/**
 * The one door of next-auth that stands open: redeeming a mailed link or code, by POST alone. Links in
 * mails are opened by scanners, so a GET never signs anybody in.
 */
export async function POST(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) {
  const refusal = refuseCrossSite(request)
  if (refusal) return refusal
  if ((await context.params).nextauth.join('/') !== 'callback/email') return new Response(null, { status: 404 })
  const fields = form.safeParse(await readForm(request))
  if (!fields.success) return new Response(null, { status: 303, headers: { location: '/sign-in?error=Verification' } })
  return openSignIn(request, fields.data)
}

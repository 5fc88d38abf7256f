import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { requestContext } from '@/server/api/request-context'
import { createCaller } from '@/server/api/root'

const context = cache(async () => {
  const [head, jar] = await Promise.all([headers(), cookies()])
  return requestContext({ headers: head, cookie: (name) => jar.get(name)?.value })
})

/** The procedures, called in this process for the page or action that is being answered. */
export async function api() {
  return createCaller(await context())
}

/** Who is asking and in which language; a page needs both before it calls anything. */
export async function reader() {
  const { viewer, locale } = await context()
  return { viewer, locale }
}

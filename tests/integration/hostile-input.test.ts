import { describe, expect, it } from 'vitest'
import { NextRequest } from 'next/server'
import { POST } from '@/app/api/trpc/[trpc]/route'
import { clientAddress } from '@/server/api/request-context'
import { createCaller } from '@/server/api/root'
import { buildContext } from '../factories/context'
import { PUBLIC_URL } from '../factories/moment'
import { buildUser, viewerOf } from '../factories/user'
import { testDb } from '../setup/integration'

const db = testDb()

describe('hostile input', () => {
  it('with a NUL in it is refused as bad, whatever the procedure', async () => {
    const caller = createCaller(buildContext(db, viewerOf(await buildUser(db))))
    await expect(caller.profile.save({ ask: 'a\0b' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(caller.community.bySlug({ slug: '\0' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(caller.interest.remove({ slug: 'a\0' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  it.each([
    ['says that it is larger than ours ever are', { 'content-length': '65537' }],
    ['does not say how large it is', {}],
  ])('is not read when it %s', async (_, headers) => {
    const url = `${PUBLIC_URL}/api/trpc/signIn.request`
    const request = new NextRequest(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' } })
    expect((await POST(request)).status).toBe(413)
  })
})

describe('the client’s address', () => {
  it('is what the nearest trusted proxy saw, not what the client says', () => {
    expect(clientAddress('6.6.6.6, 10.0.0.7', 1)).toBe('10.0.0.7')
    expect(clientAddress('6.6.6.6, 10.0.0.7, 10.0.0.8', 2)).toBe('10.0.0.7')
  })

  it('is the socket’s, as the framework notes it, where no proxy is', () => {
    expect(clientAddress('192.168.1.30', 0)).toBe('192.168.1.30')
    expect(clientAddress(null, 0)).toBe('direct')
  })
})

import type { Db } from '@/server/db/client'
import { passOf } from '@/server/lib/pass'

/** The viewer's own pass, as the address that its QR holds. */
export async function myPass(
  db: Db,
  { viewerId, secret, publicUrl }: { viewerId: string; secret: string; publicUrl: string },
): Promise<{ name: string; url: string }> {
  const { name, passVersion } = await db.user.findUniqueOrThrow({
    where: { id: viewerId },
    select: { name: true, passVersion: true },
  })
  return { name, url: `${publicUrl}/m/${passOf(secret, viewerId, passVersion)}` }
}

import { createECDH, createHmac, type ECDH } from 'node:crypto'

/** The pair of keys by which push services know this installation (RFC 8292), base64url. */
export interface VapidKeys {
  readonly publicKey: string
  readonly privateKey: string
}

/** The curve's keys for these bytes; null for the few numbers that are no private key of it. */
function keysOf(bytes: Buffer): ECDH | null {
  const curve = createECDH('prime256v1')
  try {
    curve.setPrivateKey(bytes)
    return curve
  } catch {
    return null
  }
}

/**
 * The installation's keys, derived from its secret: the same on every instance and after every restart, with
 * nothing to set up and nothing more to keep safe.
 */
export function vapidKeys(secret: string): VapidKeys {
  for (let round = 0; ; round += 1) {
    const bytes = createHmac('sha256', secret)
      .update(JSON.stringify(['vapid', round]))
      .digest()
    const curve = keysOf(bytes)
    if (curve) return { publicKey: curve.getPublicKey('base64url'), privateKey: bytes.toString('base64url') }
  }
}

import { createECDH } from 'node:crypto'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** The longest address of a push service that is kept, in characters. */
export const LONGEST_ENDPOINT = 1000

/**
 * The address of a push service as a client may name one: https on its own port, a name and no number, and
 * nothing to sign in with. Where the name leads is looked at when it is connected to.
 * @returns null for any other.
 */
export function readEndpoint(endpoint: string): URL | null {
  if (endpoint.length > LONGEST_ENDPOINT || !URL.canParse(endpoint)) return null
  const url = new URL(endpoint)
  // A port that is the scheme's own reads as none.
  const plain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === ''
  return plain && isIP(url.hostname.replace(/^\[|\]$/g, '')) === 0 ? url : null
}

/**
 * Whether an IP address is one of the public internet: not of this machine or a network around it, nor one
 * that stands for such an address in another form (IPv4 in IPv6, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  // Whatever has a name of its own in the registries of special addresses is refused, known today or not.
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}

/** Whether these are keys that a browser gives out for a subscription (RFC 8291), base64url. */
export function areBrowserKeys({ p256dh, auth }: { readonly p256dh: string; readonly auth: string }): boolean {
  if (Buffer.from(auth, 'base64url').length !== 16) return false
  const own = createECDH('prime256v1')
  own.generateKeys()
  try {
    return own.computeSecret(Buffer.from(p256dh, 'base64url')).length > 0
  } catch {
    return false
  }
}

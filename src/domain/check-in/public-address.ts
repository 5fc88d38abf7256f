/**
 * What a phone can do with the installation's address: open it; not reach it, since it names the
 * machine itself; or perhaps not, since many phones do not look such a name up.
 */
export type AddressReach = 'REACHABLE' | 'THIS_MACHINE' | 'LOCAL_NAME'

const THIS_MACHINE =
  /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|169\.254(?:\.\d+){2}|\[::\]|\[::1\]|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\]|\[fe[89ab][0-9a-f]:.*\])$/
/** Names without a dot, and those of multicast DNS (RFC 6762), are known only to some machines around. */
const LOCAL_NAME = /^[^.[\]]+$|\.local$/

/** Judges the address that the door code leads to. @throws TypeError for what is no address at all. */
export function addressReach(publicUrl: string): AddressReach {
  const host = new URL(publicUrl).hostname.replace(/\.$/, '')
  if (THIS_MACHINE.test(host)) return 'THIS_MACHINE'
  return LOCAL_NAME.test(host) ? 'LOCAL_NAME' : 'REACHABLE'
}

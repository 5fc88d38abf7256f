/**
 * A 32-bit hash of the text's UTF-16 units: FNV-1a, then MurmurHash3's finalizer so that close texts
 * land far apart. For spreading and breaking ties the same way every time; no protection.
 *
 * @returns an integer from 0 to 2^32 - 1
 */
export function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return mix32(hash)
}

/** MurmurHash3's 32-bit finalizer: every bit of the input moves about half the bits of the result. */
export function mix32(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

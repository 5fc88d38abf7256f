/** How much of a file is looked at to tell UTF-16 without a mark, in bytes. */
const SAMPLE = 2_000
/** Which part of the bytes on one side is zero in UTF-16 of mostly Latin text. */
const MOSTLY = 0.4

/** UTF-16 without a mark: the high bytes of Latin letters are zero, which no other text has. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE)
  const pairs = Math.floor(sample.length / 2)
  if (pairs === 0) return null
  let [even, odd] = [0, 0]
  for (const [at, byte] of sample.entries()) {
    if (byte === 0 && at % 2 === 0) even += 1
    else if (byte === 0) odd += 1
  }
  if (odd > pairs * MOSTLY && even < odd / 4) return 'utf-16le'
  return even > pairs * MOSTLY && odd < even / 4 ? 'utf-16be' : null
}

/** UTF-8 where the bytes are that, else Windows-1252, in which every byte is a character. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/**
 * The text of a file in whatever encoding address books and spreadsheets write: UTF-8 with or without a mark, UTF-16
 * with or without one, or else Windows-1252. Line ends become single line feeds; no mark is left, and no NUL, which
 * PostgreSQL cannot hold.
 */
export function decodeBytes(bytes: Uint8Array): string {
  const [first, second] = bytes
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  const wide = marked ?? utf16(bytes)
  const text = wide ? new TextDecoder(wide).decode(bytes) : decodeText(bytes)
  return text.replace(/\r\n?/gu, '\n').replace(/\uFEFF/gu, '').replaceAll('\0', '')
}

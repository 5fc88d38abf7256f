import { decodeText } from './decode-bytes'

const HEX = /^[\dA-F]{2}$/iu

/** The bytes in the encoding that is named; what no decoder knows is read as UTF-8 or Windows-1252. */
function decodeAs(bytes: Uint8Array, charset: string | undefined): string {
  if (charset === undefined || /^utf-?8$/iu.test(charset)) return decodeText(bytes)
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return decodeText(bytes)
  }
}

/**
 * Text in quoted-printable (RFC 2045, 6.7), its soft line breaks already taken out. A sign of equality that begins no
 * byte stands for itself.
 * @param charset as the file names it; UTF-8 unless it does
 */
export function quotedPrintable(text: string, charset: string | undefined): string {
  const source = new TextEncoder().encode(text)
  const bytes = new Uint8Array(source.length)
  let length = 0
  for (let at = 0; at < source.length; at += 1) {
    const pair = source[at] === 0x3d ? String.fromCharCode(source[at + 1] ?? 0, source[at + 2] ?? 0) : ''
    const coded = HEX.test(pair)
    bytes[length] = coded ? Number.parseInt(pair, 16) : (source[at] ?? 0)
    length += 1
    if (coded) at += 2
  }
  return decodeAs(bytes.subarray(0, length), charset).replace(/\r\n?/gu, '\n').replaceAll('\0', '')
}

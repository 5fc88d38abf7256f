import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

let loading: Promise<unknown> | undefined

/** Loads the decoder out of the installed package; by itself it would ask a server on the internet. */
function decoder(): Promise<unknown> {
  loading ??= readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')).then((wasm) =>
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true }),
  )
  return loading
}

/**
 * The texts of all QR codes on a picture, such as a screenshot.
 * @param png the bytes of a PNG.
 */
export async function readQrCodes(png: Uint8Array): Promise<readonly string[]> {
  await decoder()
  const found = await readBarcodes(png, { formats: ['QRCode'] })
  return found.filter(({ isValid }) => isValid).map(({ text }) => text)
}

/**
 * The text of the one QR code on a picture.
 * @throws Error when there is none, or more than one.
 */
export async function readQrCode(png: Uint8Array): Promise<string> {
  const [text, ...more] = await readQrCodes(png)
  if (text === undefined) throw new Error('There is no readable QR code on the picture.')
  if (more.length > 0) throw new Error(`There are ${String(more.length + 1)} QR codes on the picture.`)
  return text
}

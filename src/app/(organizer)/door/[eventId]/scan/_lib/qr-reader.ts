/** Reads the codes of one picture; rejects where a picture cannot be read, which says nothing of the next. */
export type QrReader = (picture: HTMLCanvasElement) => Promise<readonly string[]>

interface Detector {
  detect(picture: HTMLCanvasElement): Promise<readonly { readonly rawValue: string }[]>
}

interface DetectorClass {
  new (options: { formats: ['qr_code'] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

/** The browser's own, where it has one that reads QR codes and works: some only say so. */
async function nativeDetector(): Promise<Detector | null> {
  // No types have it yet; what is found is tried out before it is trusted.
  const { BarcodeDetector: Native } = globalThis as { readonly BarcodeDetector?: DetectorClass }
  if (!Native) return null
  try {
    if (!(await Native.getSupportedFormats()).includes('qr_code')) return null
    const detector = new Native({ formats: ['qr_code'] })
    const empty = document.createElement('canvas')
    empty.width = 32
    empty.height = 32
    empty.getContext('2d')?.fillRect(0, 0, 32, 32)
    await detector.detect(empty)
    return detector
  } catch {
    return null
  }
}

/** A decoder in WebAssembly, which the app serves itself: by default the package would ask a public server. */
async function ownDetector(): Promise<Detector> {
  const { BarcodeDetector, prepareZXingModule } = await import('barcode-detector/ponyfill')
  const wasm = new URL('zxing-wasm/reader/zxing_reader.wasm', import.meta.url).href
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true })
  return new BarcodeDetector({ formats: ['qr_code'] })
}

/** @throws Error when neither decoder can be had: the file was never loaded and there is no network. */
export async function openQrReader(): Promise<QrReader> {
  const detector = (await nativeDetector()) ?? (await ownDetector())
  return async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue)
}

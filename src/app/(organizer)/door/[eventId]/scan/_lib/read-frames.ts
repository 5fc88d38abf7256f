import type { QrReader } from './qr-reader'

/** A picture is made no larger than this before it is read, in pixels: decoding stays below a frame's time. */
const LONGEST_EDGE = 960
/** The phone breathes so long between two pictures, in milliseconds. */
const PAUSE_MS = 90

/**
 * Reads the video, picture after picture, until it is told to stop. A picture that cannot be read, whatever
 * the reason, is followed by the next one.
 * @returns how to stop.
 */
export function readFrames(video: HTMLVideoElement, read: QrReader, found: (text: string) => void): () => void {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const look = async () => {
    try {
      if (context && fit(canvas, video)) {
        context.drawImage(video, 0, 0, canvas.width, canvas.height)
        for (const text of await read(canvas)) if (!stopped) found(text)
      }
    } catch {
      // One bad picture or code must not end the evening.
    }
    if (!stopped) timer = setTimeout(next, PAUSE_MS)
  }
  const next = () => {
    // Only pictures that are new; an older browser without the call is asked at every pause.
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(() => void look())
    else void look()
  }
  next()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}

/** Gives the canvas the video's shape; false while there is no picture. */
function fit(canvas: HTMLCanvasElement, { videoWidth, videoHeight }: HTMLVideoElement): boolean {
  if (videoWidth === 0 || videoHeight === 0) return false
  const scale = Math.min(1, LONGEST_EDGE / Math.max(videoWidth, videoHeight))
  const [width, height] = [Math.round(videoWidth * scale), Math.round(videoHeight * scale)]
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width
    canvas.height = height
  }
  return true
}

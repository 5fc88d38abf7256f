import { writeFile } from 'node:fs/promises'
import { create } from 'qrcode'

/** What a camera makes of a code: how it is held, and how well it is seen. */
export interface View {
  /** Degrees, clockwise. */
  readonly rotated?: number
  /** Radius of a box blur, in pixels. */
  readonly blurred?: number
  /** Brightness of the dark and the light modules, 0 to 255. */
  readonly between?: readonly [dark: number, light: number]
}

const WIDTH = 640
const HEIGHT = 480
/** Modules of white around the code. */
const QUIET_ZONE = 4
/** Pixels of the picture that the code takes from edge to edge. */
const CODE_EDGE = 330
/** Chromium plays the file again and again; a second of it is enough. */
const FRAMES = 4

/** Brightness of every pixel, 0 to 255: the code in the middle of a grey room; null shows the room alone. */
export function pictureOf(text: string | null, { rotated = 0, blurred = 0, between: [dark, light] = [0, 255] }: View = {}): Uint8Array {
  const picture = new Uint8Array(WIDTH * HEIGHT).fill(Math.round((dark + light) / 2))
  if (text !== null) {
    const { modules } = create(text, { errorCorrectionLevel: 'M' })
    const edge = modules.size + 2 * QUIET_ZONE
    const [sine, cosine] = [Math.sin((rotated * Math.PI) / 180), Math.cos((rotated * Math.PI) / 180)]
    for (let y = 0; y < HEIGHT; y += 1) {
      for (let x = 0; x < WIDTH; x += 1) {
        const [right, down] = [x - WIDTH / 2, y - HEIGHT / 2]
        const column = Math.floor(((right * cosine + down * sine) / CODE_EDGE + 0.5) * edge)
        const row = Math.floor(((down * cosine - right * sine) / CODE_EDGE + 0.5) * edge)
        if (column < 0 || row < 0 || column >= edge || row >= edge) continue
        const [across, along] = [column - QUIET_ZONE, row - QUIET_ZONE]
        const inside = across >= 0 && along >= 0 && across < modules.size && along < modules.size
        picture[y * WIDTH + x] = inside && modules.get(along, across) ? dark : light
      }
    }
  }
  return blurred > 0 ? blur(blur(picture, blurred, 1), blurred, WIDTH) : picture
}

/** The mean of every pixel and its neighbours to both sides, `step` apart. */
function blur(picture: Uint8Array, radius: number, step: number): Uint8Array {
  return picture.map((_brightness, at) => {
    let [sum, count] = [0, 0]
    for (let offset = -radius; offset <= radius; offset += 1) {
      const brightness = picture[at + offset * step]
      if (brightness === undefined) continue
      sum += brightness
      count += 1
    }
    return Math.round(sum / count)
  })
}

/** Writes pictures as a film that Chromium shows for a camera (YUV4MPEG2), each for a few frames. */
export async function writeFilm(file: string, pictures: readonly Uint8Array[]): Promise<void> {
  const colourless = new Uint8Array((WIDTH * HEIGHT) / 2).fill(128)
  const frames = pictures.flatMap((picture) => Array.from({ length: FRAMES }, () => [Buffer.from('FRAME\n'), picture, colourless]))
  const head = Buffer.from(`YUV4MPEG2 W${String(WIDTH)} H${String(HEIGHT)} F10:1 Ip A1:1 C420jpeg\n`)
  await writeFile(file, Buffer.concat([head, ...frames.flat()]))
}

import type { ShownAnswer } from './state'

/** A tone: how high, in hertz, when it begins and how long it lasts, in seconds. */
type Tone = readonly [hertz: number, from: number, length: number]
interface Signal {
  readonly tones: readonly Tone[]
  /** Milliseconds of vibration and pause in turn. */
  readonly vibration: readonly number[]
}

const UP: Signal = { tones: [[660, 0, 0.09], [990, 0.1, 0.16]], vibration: [70] }
const LEVEL: Signal = { tones: [[520, 0, 0.14]], vibration: [40, 60, 40] }
const ASKING: Signal = { tones: [[600, 0, 0.1], [600, 0.16, 0.1]], vibration: [120, 80, 120] }
const DOWN: Signal = { tones: [[300, 0, 0.16], [220, 0.18, 0.26]], vibration: [320] }

/** Each answer sounds different, so that a host need not look. */
const SIGNALS: Readonly<Partial<Record<ShownAnswer['kind'], Signal>>> = {
  IN: UP,
  QUEUED: LEVEL,
  ALREADY: LEVEL,
  ASK: ASKING,
  REFUSED: DOWN,
  LOST: DOWN,
}

const MUTE_KEY = 'serendip-scanner-muted'
const LOUDNESS = 0.25

/** Plays an answer and shakes the phone. */
export interface Signals {
  readonly play: (kind: ShownAnswer['kind']) => void
  readonly muted: () => boolean
  readonly mute: (on: boolean) => void
  /** To be called right after a first tap or key: browsers let nothing sound before. */
  readonly wake: () => void
}

export function makeSignals(): Signals {
  let audio: AudioContext | null = null
  let silent = remembered()
  return {
    play(kind) {
      const signal = SIGNALS[kind]
      if (!signal || silent) return
      if (audio?.state === 'running') for (const tone of signal.tones) sound(audio, tone)
      // iPhones have no such call.
      if ('vibrate' in navigator) navigator.vibrate([...signal.vibration])
    },
    muted: () => silent,
    mute(on) {
      silent = on
      try {
        localStorage.setItem(MUTE_KEY, String(on))
      } catch {
        // A browser that keeps nothing forgets this too.
      }
    },
    wake() {
      try {
        audio ??= new AudioContext()
        if (audio.state === 'suspended') void audio.resume()
      } catch {
        // A device without sound shows its colours all the same.
      }
    },
  }
}

function remembered(): boolean {
  try {
    return localStorage.getItem(MUTE_KEY) === 'true'
  } catch {
    return false
  }
}

function sound(audio: AudioContext, [hertz, from, length]: Tone): void {
  const [tone, volume] = [audio.createOscillator(), audio.createGain()]
  const begin = audio.currentTime + from
  tone.frequency.value = hertz
  // A soft end: cut off, a tone clicks.
  volume.gain.setValueAtTime(LOUDNESS, begin)
  volume.gain.exponentialRampToValueAtTime(0.001, begin + length)
  tone.connect(volume).connect(audio.destination)
  tone.start(begin)
  tone.stop(begin + length)
}

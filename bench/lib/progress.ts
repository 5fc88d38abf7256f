const WIDTH = 30

/** Shows on stderr how far a phase is. */
export interface Progress {
  /** One step more is done. */
  readonly step: () => void
  /** So many are done now, never fewer than before. */
  set(done: number): void
  /** Ends the line. Safe to repeat. */
  end(): void
}

/** A bar that is drawn anew on a terminal; elsewhere a line for every tenth. */
export function startProgress(label: string, total: number): Progress {
  const live = process.stderr.isTTY
  const start = performance.now()
  let done = 0
  let drawn = -1
  let ended = false
  const draw = () => {
    const tenth = Math.floor((done / Math.max(total, 1)) * (live ? 100 : 10))
    if (tenth === drawn || ended) return
    drawn = tenth
    const filled = Math.round((done / Math.max(total, 1)) * WIDTH)
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled)
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    const line = `${label.padEnd(28)} ${bar} ${String(done)}/${String(total)}  ${seconds} s`
    process.stderr.write(live ? `\r\u001b[2K${line}` : `${line}\n`)
  }
  draw()
  return {
    step() {
      done++
      draw()
    },
    set(count) {
      done = Math.max(done, count)
      draw()
    },
    end() {
      if (ended) return
      drawn = -1
      if (live) draw()
      ended = true
      if (live) process.stderr.write('\n')
    },
  }
}

import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type EmbeddedOptions, type EmbeddedServer, startEmbeddedServer } from './embedded'

/** How often the server is looked for, in milliseconds. */
const LOOK_MS = 1_000
/** How often in a row nobody must answer before the server counts as gone. */
const MISSES = 3

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => {
      resolve(false)
    })
  })
}

/**
 * Starts the server again, on the same port, whenever it has ended by itself (killed for want of
 * memory, say): whoever is connected to it comes back without being told. Resolves once the signal ends it.
 * @param log told when it was started again, and why it could not be; the next look tries anew.
 */
export async function keepEmbeddedServer(
  { port }: Pick<EmbeddedServer, 'port'>,
  options: EmbeddedOptions & { readonly log: (line: string) => void; readonly lookMs?: number },
  signal: AbortSignal,
): Promise<void> {
  const ended = () => signal.aborted
  let missed = 0
  while (!ended()) {
    missed = (await answers(port)) ? 0 : missed + 1
    if (missed >= MISSES && !ended()) {
      missed = 0
      try {
        await startEmbeddedServer({ ...options, port })
        options.log('PostgreSQL had ended and was started again')
      } catch (error) {
        options.log(error instanceof Error ? error.message : String(error))
      }
    }
    await wait(options.lookMs ?? LOOK_MS, undefined, { signal, ref: false }).catch(() => undefined)
  }
}

import pg from 'pg'
import { isOutOfConnections } from './errors'
import { patiently } from './patience'

/** How long a pool makes do with the connections it has before it asks for more again, in milliseconds. */
const MAKE_DO_MS = 1_000

type OnConnection = (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: Error | boolean) => void) => void

/**
 * A pool that waits where the usual one fails: while the server is restarting, and while it has no
 * connection free since other instances took them. Nothing has been sent by then, so every statement may
 * wait alike.
 */
export class PatientPool extends pg.Pool {
  readonly #most: number
  #makingDo = false

  constructor(config: pg.PoolConfig & { readonly max: number }) {
    super(config)
    this.#most = config.max
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: OnConnection): void
  override connect(callback?: OnConnection): Promise<pg.PoolClient> | undefined {
    const connection = patiently(() => this.#connectOnce())
    if (!callback) return connection
    connection.then(
      (client) => {
        callback(undefined, client, (release) => {
          client.release(release)
        })
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), undefined, () => undefined)
      },
    )
    return undefined
  }

  async #connectOnce(): Promise<pg.PoolClient> {
    try {
      return await super.connect()
    } catch (error) {
      if (isOutOfConnections(error)) this.#makeDo()
      throw error
    }
  }

  /** Whoever waits now queues for the connections that there are, rather than knock at the server's door. */
  #makeDo(): void {
    if (this.totalCount === 0) return
    this.options.max = this.totalCount
    if (this.#makingDo) return
    this.#makingDo = true
    setTimeout(() => {
      this.#makingDo = false
      this.options.max = this.#most
    }, MAKE_DO_MS).unref()
  }
}

import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A network that loses answers: what is asked arrives, what is answered is cut off together with the line. */
export interface CuttingProxy {
  readonly port: number
  /** How many answers it has cut off so far. */
  readonly cuts: number
  close(): Promise<void>
}

/**
 * Starts it in front of a port.
 * @param cuts whether the answer to what was just sent on a line is cut off, asked once for each piece sent.
 */
export async function startCuttingProxy(target: number, cuts: (sent: string) => boolean): Promise<CuttingProxy> {
  const lines = new Set<Socket>()
  let count = 0
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1')
    let cutting = false
    const end = () => {
      near.destroy()
      far.destroy()
    }
    for (const line of [near, far]) {
      lines.add(line)
      line.on('error', end)
      line.on('close', end)
    }
    near.on('data', (piece) => {
      cutting ||= cuts(piece.toString('latin1'))
      far.write(piece)
    })
    far.on('data', (piece) => {
      if (cutting) {
        count++
        end()
      } else near.write(piece)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    // It listens on a port, so this is no name of a pipe.
    port: (server.address() as AddressInfo).port,
    get cuts() {
      return count
    },
    async close() {
      for (const line of lines) line.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

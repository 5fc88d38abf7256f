import { connect, type Socket } from 'node:net'

/** What came back for one request. */
type OnAnswer = (status: number, head: string) => void

const HEAD_END = Buffer.from('\r\n\r\n')
const LAST_CHUNK = Buffer.from('0\r\n\r\n')

/** Where the first answer in these bytes ends; undefined while it is incomplete. */
function endOfAnswer(bytes: Buffer): { readonly head: string; readonly end: number } | undefined {
  const headEnd = bytes.indexOf(HEAD_END)
  if (headEnd === -1) return undefined
  const head = bytes.toString('latin1', 0, headEnd)
  const start = headEnd + HEAD_END.length
  if (/^transfer-encoding: *chunked/im.test(head)) {
    const last = bytes.indexOf(LAST_CHUNK, start)
    return last === -1 ? undefined : { head, end: last + LAST_CHUNK.length }
  }
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0)
  return bytes.length < start + length ? undefined : { head, end: start + length }
}

/**
 * Sends ready-made requests, one after the other on each of several kept-alive connections, until there
 * are none left. A whole HTTP library would cost the client a good part of the processor time that the
 * server under test could have had: this reads just enough of an answer to find its end and status.
 * @param next the next request's bytes, or undefined to stop.
 * @throws Error when the server ends a connection.
 */
export async function sendAll(
  port: number,
  connections: number,
  next: () => Buffer | undefined,
  onAnswer: OnAnswer,
): Promise<void> {
  await Promise.all(Array.from({ length: connections }, () => oneAfterTheOther(port, next, onAnswer)))
}

function oneAfterTheOther(port: number, next: () => Buffer | undefined, onAnswer: OnAnswer): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let received: Buffer = Buffer.alloc(0)
    let done = false
    const sendNext = () => {
      const request = next()
      if (request) {
        socket.write(request)
        return
      }
      done = true
      socket.end()
      resolve()
    }
    socket.once('connect', sendNext)
    socket.on('error', reject)
    socket.once('close', () => {
      if (!done) reject(new Error('The server ended a kept-alive connection in the middle of the run.'))
    })
    socket.on('data', (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
      const answer = endOfAnswer(received)
      if (!answer) return
      received = received.subarray(answer.end)
      onAnswer(Number(answer.head.slice(9, 12)), answer.head)
      sendNext()
    })
  })
}

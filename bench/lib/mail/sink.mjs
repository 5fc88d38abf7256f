// A mail server in a thread of its own, so that it takes no time from those who send: it takes every mail and
// says the Message-ID of each. Its first word is its port.
import { parentPort } from 'node:worker_threads'
import { SMTPServer } from 'smtp-server'

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  onData(stream, _session, done) {
    /** @type {Buffer[]} */
    const chunks = []
    stream.on('data', (chunk) => chunks.push(chunk))
    stream.once('end', () => {
      const head = Buffer.concat(chunks).toString('latin1')
      parentPort?.postMessage(/^message-id:\s*(<[^>]+>)/im.exec(head)?.[1] ?? '')
      done()
    })
  },
})
const listener = server.listen(0, '127.0.0.1', () => {
  const address = listener.address()
  parentPort?.postMessage(typeof address === 'object' ? address?.port : 0)
})

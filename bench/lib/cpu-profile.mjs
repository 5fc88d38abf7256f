// Loaded into the web server by NODE_OPTIONS=--import: profiles it from the signal SIGUSR2 to its end and
// leaves the profile in the directory that this module's address names.
import { mkdirSync, writeFileSync } from 'node:fs'
import { Session } from 'node:inspector'
import path from 'node:path'

const directory = new URL(import.meta.url).searchParams.get('directory')
if (directory) {
  mkdirSync(directory, { recursive: true })
  const session = new Session()
  session.connect()
  process.once('SIGUSR2', () => {
    session.post('Profiler.enable')
    session.post('Profiler.start')
  })
  process.once('exit', () => {
    session.post('Profiler.stop', (error, result) => {
      if (error) return
      writeFileSync(path.join(directory, `${String(process.pid)}.cpuprofile`), JSON.stringify(result.profile))
    })
  })
}

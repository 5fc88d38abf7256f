import { spawn } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../../src/server/lib/free-port'
import { root } from '../../scripts/lib/prisma.mjs'
import { atEnd } from './clean-up'

const NEXT = path.join(root, 'node_modules/next/dist/bin/next')
const POLL_MS = 50
const POLLS = 600

const FILES = {
  'package.json': '{ "private": true, "type": "module" }\n',
  // The checkout is the root, so that its installed packages are the ones that are used.
  'next.config.js': `export default { turbopack: { root: ${JSON.stringify(path.resolve(root))} } }\n`,
  'app/layout.js':
    'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>\n}\n',
  'app/page.js': 'export default function Page() {\n  return <main>Empty</main>\n}\n',
}

function run(command: string, args: readonly string[], cwd: string) {
  const child = spawn(process.execPath, [NEXT, command, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, ended, output: () => output.join('') }
}

/**
 * Builds and serves the smallest application there can be: one page without any client code, by the same
 * Next with its own defaults. Stopped and removed at the end.
 * @returns its address, without a slash at the end.
 */
export async function serveEmptyPage(): Promise<string> {
  const directory = path.join(root, `.cache/empty-page-${String(process.pid)}`)
  atEnd(() => rm(directory, { recursive: true, force: true }))
  await mkdir(path.join(directory, 'app'), { recursive: true })
  for (const [name, text] of Object.entries(FILES)) await writeFile(path.join(directory, name), text)

  const build = run('build', [], directory)
  if ((await build.ended) !== 0) throw new Error(`The empty page could not be built:\n${build.output()}`)
  const port = await freePort()
  const server = run('start', ['-p', String(port), '-H', '127.0.0.1'], directory)
  atEnd(() => {
    server.child.kill('SIGTERM')
    return server.ended
  })
  const url = `http://127.0.0.1:${String(port)}`
  for (let poll = 0; poll < POLLS; poll++) {
    const answered = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (answered) return url
    await wait(POLL_MS)
  }
  throw new Error(`The empty page is not served:\n${server.output()}`)
}

// npm start: everything from a bare checkout to a running installation.
import path from 'node:path'
import { root } from './lib/prisma.mjs'
import { runTypeScript } from './lib/run-typescript.mjs'

await runTypeScript(path.join(root, 'scripts/serve.ts'), process.argv.slice(2))

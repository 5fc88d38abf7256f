// node scripts/run.mjs FILE [arguments]: runs a TypeScript file of this checkout, preparing it first.
import { runTypeScript } from './lib/run-typescript.mjs'

const [file, ...args] = process.argv.slice(2)
if (file) {
  await runTypeScript(file, args)
} else {
  console.error('Say which file to run: node scripts/run.mjs FILE [arguments]')
  process.exitCode = 1
}

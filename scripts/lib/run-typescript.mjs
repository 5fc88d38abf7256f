import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepare } from './prepare.mjs'
import { root } from './prisma.mjs'

/**
 * Prepares the checkout and runs a TypeScript file in this very process, so that signals and the exit
 * code are its own. A mistake of preparing is one sentence and exit code 1.
 * @param {string} file
 * @param {readonly string[]} args what the file finds in `process.argv` from the third place on
 */
export async function runTypeScript(file, args) {
  try {
    await prepare({
      log: (line) => {
        console.log(line)
      },
    })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
  const script = path.resolve(file)
  process.argv = [process.execPath, script, ...args]
  // Only now is it sure to be installed.
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: path.join(root, 'tsconfig.json') })
  await import(pathToFileURL(script).href)
}

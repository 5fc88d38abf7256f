import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const file = z.object({ AUTH_SECRET: z.string().min(32) })

/** What an installation keeps secret. */
export type Secrets = Readonly<z.infer<typeof file>>

/**
 * The secrets that the environment does not set: made once, kept in `<dataDir>/secrets.json`, readable
 * for this user alone.
 * @throws Error with a sentence when the file cannot be understood; it is never replaced.
 */
export function keptSecrets(dataDir: string): Secrets {
  const name = path.join(dataDir, 'secrets.json')
  if (!existsSync(name)) {
    mkdirSync(dataDir, { recursive: true })
    // Written aside first: a kill in the middle must not leave half a secret.
    const draft = `${name}.${String(process.pid)}`
    writeFileSync(draft, `${JSON.stringify({ AUTH_SECRET: randomBytes(32).toString('base64url') }, null, 2)}\n`, {
      mode: 0o600,
    })
    renameSync(draft, name)
  }
  try {
    return file.parse(JSON.parse(readFileSync(name, 'utf8')))
  } catch (cause) {
    throw new Error(
      `${name} holds no AUTH_SECRET of 32 characters or more: restore it from a backup, or remove it to have a new one made (everyone is then signed out and passes change).`,
      { cause },
    )
  }
}

import { z } from 'zod'

/** Empty values count as unset, so that a line `SMTP_URL=` in a file means 'none'. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())
const withDefault = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema)

const schema = z.object({
  NODE_ENV: withDefault(z.enum(['development', 'test', 'production']).default('production')),
  PORT: withDefault(
    z.coerce
      .number({ error: 'PORT must be a number from 1 to 65535.' })
      .int()
      .min(1)
      .max(65_535, { error: 'PORT must be a number from 1 to 65535.' })
      .default(3000),
  ),
  HOST: withDefault(z.string().default('0.0.0.0')),
  PUBLIC_URL: optional(
    z
      .url({ protocol: /^https?$/, abort: true, error: 'PUBLIC_URL must be a full address such as https://meet.example.org.' })
      .refine((url) => new URL(url).pathname === '/' && !new URL(url).search, {
        error: 'PUBLIC_URL must have no path: https://meet.example.org, not https://example.org/meet.',
      }),
  ),
  DATABASE_URL: optional(
    z.url({
      protocol: /^postgres(ql)?$/,
      error: 'DATABASE_URL must be a PostgreSQL address such as postgresql://user:password@host:5432/name.',
    }),
  ),
  DATABASE_POOL: withDefault(
    z.coerce
      .number({ error: 'DATABASE_POOL must be a number of connections from 2 to 200.' })
      .int()
      .min(2, { error: 'DATABASE_POOL must be a number of connections from 2 to 200.' })
      .max(200, { error: 'DATABASE_POOL must be a number of connections from 2 to 200.' })
      .default(10),
  ),
  DATA_DIR: withDefault(z.string().default('.data')),
  AUTH_SECRET: optional(
    z.string().min(32, { error: 'AUTH_SECRET must have at least 32 characters; `openssl rand -base64 32` makes one.' }),
  ),
  SMTP_URL: optional(
    z.url({
      protocol: /^smtps?$/,
      error: 'SMTP_URL must be an address such as smtp://user:password@mail.example.org:587.',
    }),
  ),
  MAIL_FROM: withDefault(
    z
      .string()
      .regex(/^[^<>\r\n]*<[^<>\s@]+@[^<>\s@]+>$|^[^<>\s@]+@[^<>\s@]+$/, {
        error: 'MAIL_FROM must be an address such as Serendip <hello@meet.example.org>.',
      })
      .default('Serendip <serendip@localhost>'),
  ),
  UNSUBSCRIBE_MAILBOX: optional(
    z.string().regex(/^[^<>\s@?&#%,]+@[^<>\s@?&#%,]+$/, {
      error: 'UNSUBSCRIBE_MAILBOX must be an address alone, such as leave@meet.example.org.',
    }),
  ),
  TRUSTED_PROXIES: withDefault(
    z.coerce
      .number({ error: 'TRUSTED_PROXIES must be the number of proxies in front, 0 to 5.' })
      .int()
      .min(0)
      .max(5, { error: 'TRUSTED_PROXIES must be the number of proxies in front, 0 to 5.' })
      .default(0),
  ),
  LOG_LEVEL: withDefault(
    z
      .enum(['silent', 'error', 'warn', 'info', 'debug'], {
        error: 'LOG_LEVEL must be silent, error, warn, info or debug.',
      })
      .default('info'),
  ),
  TEST_CLOCK_FILE: optional(z.string()),
})

/** What an installation is told from outside; README and .env.example explain each. */
export type Env = Readonly<z.infer<typeof schema> & { PUBLIC_URL: string }>

/**
 * Reads the configuration out of a set of variables.
 * @throws Error whose message has one sentence per mistake, a line each.
 */
export function parseEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const result = schema.safeParse(variables)
  if (!result.success) {
    throw new Error(result.error.issues.map((issue) => issue.message).join('\n'))
  }
  const publicUrl = new URL(result.data.PUBLIC_URL ?? `http://localhost:${String(result.data.PORT)}`)
  return { ...result.data, PUBLIC_URL: publicUrl.origin }
}

let parsed: Env | undefined

/** The configuration of this process, read once. */
export function env(): Env {
  if (!parsed) {
    parsed = parseEnv(process.env)
    // next-auth reads its origin from here alone, and else believes in port 3000.
    process.env.NEXTAUTH_URL = parsed.PUBLIC_URL
  }
  return parsed
}

import { defineConfig } from 'prisma/config'

// Most commands need no database; those that do say so when DATABASE_URL is not set.
const url = process.env['DATABASE_URL']

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(url ? { datasource: { url } } : {}),
})

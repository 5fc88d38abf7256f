import { Prisma } from '@/generated/prisma/client'

const UNIQUE_VIOLATION = '23505'

/** Whether the database refused a row because one like it is there already. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  if (error.code === 'P2002') return true
  // Raw statements carry the database's own code.
  return error.code === 'P2010' && JSON.stringify(error.meta ?? {}).includes(UNIQUE_VIOLATION)
}

import type { NextRequest } from 'next/server'

/** The most that a form of ours can weigh, in bytes. */
const MAX_BYTES = 16_384

/**
 * The text fields of a posted form.
 * @returns null for a body that is no form, has files in it, or is too large to be ours.
 */
export async function readForm(request: NextRequest): Promise<Readonly<Record<string, string>> | null> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!(length <= MAX_BYTES)) return null
  try {
    const entries = [...(await request.formData())]
    const fields = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    return fields.length === entries.length ? Object.fromEntries(fields) : null
  } catch {
    return null
  }
}

import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { UsageError } from '../command-line'

const triple = z.object({ ask: z.string(), offer: z.string(), hardNegative: z.string() })

/** An ask, an offer that answers it, and one that only sounds as if it did. */
export type Triple = z.infer<typeof triple>

/**
 * Reads lines of JSON {ask, offer, hardNegative}; empty lines are skipped.
 *
 * @throws UsageError when the file cannot be read, a line is none, or there are fewer than two
 */
export function readTriples(file: string): Triple[] {
  const lines = readText(file).split('\n')
  const triples = lines.flatMap((line, at) => (line.trim() === '' ? [] : [parseLine(line, at + 1)]))
  if (triples.length < 2) throw new UsageError(`${file} should hold two lines or more, each JSON {ask, offer, hardNegative}.`)
  return triples
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new UsageError(`${file} cannot be read: give a file with lines of JSON {ask, offer, hardNegative}.`)
  }
}

function parseLine(line: string, number: number): Triple {
  const parsed = triple.safeParse(jsonOf(line))
  if (parsed.success) return parsed.data
  throw new UsageError(`Line ${String(number)} should be JSON {ask, offer, hardNegative}, all three of them text.`)
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

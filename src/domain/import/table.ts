import Papa from 'papaparse'

/** A file of rows: its header, and what stands below it, each with its first line in the file, from 1. */
export interface Table {
  readonly header: readonly string[]
  readonly rows: readonly TableRow[]
}
export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
  /** Quotes are open at its end, or in the middle of it. */
  readonly broken: boolean
}

/** What may part cells; the first of equals. */
const DELIMITERS = [',', ';', '\t', '|'] as const
/** How much of a file tells what parts its cells, in UTF-16 units and rows. */
const SAMPLE = 20_000
const SAMPLE_ROWS = 20
/** How far down a header may stand below what an export says of itself. */
const HEADER_WITHIN = 30

interface Parsed {
  readonly data: readonly string[][]
  readonly broken: ReadonlySet<number>
}

function parse(text: string, delimiter: string, preview = 0): Parsed {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview })
  return { data, broken: new Set(errors.flatMap(({ type, row }) => (type === 'Quotes' && row !== undefined ? [row] : []))) }
}

/** What parts the cells: what makes most rows of two cells and more, all with as many as the first of them. */
function delimiterOf(text: string): string {
  const sample = text.slice(0, SAMPLE)
  const scores = DELIMITERS.map((delimiter) => {
    const widths = parse(sample, delimiter, SAMPLE_ROWS).data.map(({ length }) => length).filter((width) => width > 1)
    const most = Math.max(1, ...widths)
    return widths.filter((width) => width === most).length * most
  })
  return DELIMITERS[scores.indexOf(Math.max(...scores))] ?? ','
}

const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length

/**
 * Rows of a text with any of the usual delimiters, by RFC 4180 as widely as spreadsheets take it.
 *
 * @param text with single line feeds; a first line `sep=;` as Excel writes it names the delimiter
 * @param isHeader tells the header among the first rows; without one that it knows, the first row of most cells is it
 */
export function readTable(text: string, isHeader: (cells: readonly string[]) => boolean): Table {
  const said = /^sep=(.)\n/u.exec(text)
  const delimiter = said?.[1] ?? delimiterOf(text)
  const { data, broken } = parse(text, delimiter)
  let line = 1
  const all = data.map((cells, at): TableRow => {
    const row = { line, cells, broken: broken.has(at) }
    line += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
    return row
  })
  const head = all.slice(said ? 1 : 0, HEADER_WITHIN)
  const widest = Math.max(0, ...head.map(({ cells }) => filled(cells)))
  const header = head.find(({ cells }) => isHeader(cells)) ?? head.find(({ cells }) => filled(cells) === widest)
  const rows = header ? all.slice(all.indexOf(header) + 1) : []
  return { header: header?.cells ?? [], rows: rows.filter(({ cells }) => filled(cells) > 0) }
}

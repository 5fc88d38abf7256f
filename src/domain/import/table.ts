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
/** What is kept of one row: cells that can be columns and one more, and of each cell so many UTF-16 units. */
const MOST_COLUMNS = 200
const CELL_MAX = 5_000
/** Rows that are looked at for each that may hold somebody: spreadsheets write blank ones below. */
const BLANK = 10

/** The beginning of a cell, never ending inside a character. */
const cut = (cell: string) => cell.slice(0, CELL_MAX).replace(/[\ud800-\udbff]$/u, '')

/** What parts the cells: what makes most rows of two cells and more, all with as many as the first of them. */
function delimiterOf(text: string): string {
  const sample = text.slice(0, SAMPLE)
  const scores = DELIMITERS.map((delimiter) => {
    const widths = Papa.parse<string[]>(sample, { delimiter, newline: '\n', preview: SAMPLE_ROWS }).data.map(({ length }) => length).filter((width) => width > 1)
    const most = Math.max(1, ...widths)
    return widths.filter((width) => width === most).length * most
  })
  return DELIMITERS[scores.indexOf(Math.max(...scores))] ?? ','
}

const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

/** The first rows, each with its line; it stops at `most` that hold something, without looking at what is below. */
function firstRows(text: string, delimiter: string, most: number): TableRow[] {
  const rows: TableRow[] = []
  let [line, seen] = [1, 0]
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    fastMode: false,
    step: ({ data, errors }, parser) => {
      const cells = data.slice(0, MOST_COLUMNS + 1)
      const broken = errors.some(({ type }) => type === 'Quotes')
      if (!isBlank(cells)) rows.push({ line, cells: cells.map(cut), broken })
      for (const cell of data) if (cell !== '') for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) line += 1
      line += 1
      seen += 1
      if (rows.length >= most || seen >= most * BLANK) parser.abort()
    },
  })
  return rows
}

/**
 * Rows of a text with any of the usual delimiters, by RFC 4180 as widely as spreadsheets take it.
 *
 * @param text with single line feeds; a first line `sep=;` as Excel writes it names the delimiter
 * @param isHeader tells the header among the first rows; without one that it knows, the first row of most cells is it
 * @param most rows below the header that are read at most
 */
export function readTable(text: string, isHeader: (cells: readonly string[]) => boolean, most: number): Table {
  const said = /^sep=(.)\n/u.exec(text)
  const delimiter = said?.[1] ?? delimiterOf(text)
  const all = firstRows(text, delimiter, most + HEADER_WITHIN)
  const head = all.slice(said ? 1 : 0, HEADER_WITHIN)
  const widest = Math.max(0, ...head.map(({ cells }) => filled(cells)))
  const header = head.find(({ cells }) => isHeader(cells)) ?? head.find(({ cells }) => filled(cells) === widest)
  const rows = header ? all.slice(all.indexOf(header) + 1) : []
  return { header: header?.cells.slice(0, MOST_COLUMNS) ?? [], rows: rows.slice(0, most) }
}

import { rowOf, type LooseCard, type LooseField, type ReadRow } from './card'
import { oneLine, several } from './clean'
import type { Column, Target } from './columns'
import { wordDate } from './dates'
import type { TableRow } from './table'

/** How files put several values into one cell: Google's sign, and what spreadsheets use. */
const GOOGLE = ':::'
const SEVERAL = /:::|[;\n]/u
const TAGS = /:::|[;,\n]/u
const KINDS: ReadonlyMap<Target, LooseField['kind']> = new Map([
  ['EMAIL', 'EMAIL'],
  ['PHONE', 'PHONE'],
  ['URL', 'URL'],
])

/** Cells past the last heading that hold something: the row is not what its headings say. */
const spills = (cells: readonly string[], columns: readonly Column[]) => cells.slice(columns.length).some((cell) => cell.trim() !== '')

/** The quote that exports set before what a spreadsheet would take for a formula. */
const QUOTED_FORMULA = /^'(?=\s*[=+\-@＝＋－＠])/u

/** Groups that an address book puts everybody in. */
const NO_TAG = /^\* ?|^my ?contacts$/iu

/** One address of all columns that have its parts; a cell with several whole ones makes as many. */
function addresses(given: readonly { readonly label: string; readonly cell: string }[]): LooseField[] {
  const labels = [...new Set(given.map(({ label }) => label))]
  return labels.flatMap((label) => {
    const parts = given.filter((one) => one.label === label).map(({ cell }) => several(cell, GOOGLE))
    const most = Math.max(0, ...parts.map(({ length }) => length))
    return Array.from({ length: Math.min(most, 5) }, (_, at): LooseField => {
      const value = parts.map((part) => oneLine(part[at] ?? '')).filter((part) => part !== '')
      return { kind: 'ADDRESS', label, value: [...new Set(value)].join(', ') }
    })
  })
}

function looseCard(cells: readonly string[], columns: readonly Column[]): LooseCard {
  const given = columns.flatMap(({ target, label, labelAt }, at) => {
    const cell = cells[at]?.trim().replace(QUOTED_FORMULA, '') ?? ''
    const said = labelAt === null ? label : (cells[labelAt] ?? '').replace(/^\* ?/u, '').toLowerCase()
    return cell === '' || target === 'NONE' ? [] : [{ target, cell, label: said }]
  })
  const of = (wanted: Target) => given.filter(({ target }) => target === wanted)
  const first = (wanted: Target) => of(wanted)[0]?.cell ?? ''
  const parts = [first('FIRST_NAME'), first('MIDDLE_NAME'), first('LAST_NAME')].filter((part) => part !== '')
  return {
    name: first('NAME') || parts.join(' '),
    organization: several(first('ORGANIZATION'), GOOGLE)[0] ?? '',
    title: several(first('TITLE'), GOOGLE)[0] ?? '',
    about: of('NOTE').map(({ cell }) => cell).join('\n\n'),
    birthday: first('BIRTHDAY'),
    tags: of('TAGS').flatMap(({ cell }) => several(cell, TAGS)).filter((tag) => !NO_TAG.test(tag)),
    fields: [
      ...given.flatMap(({ target, cell, label }) => {
        const kind = KINDS.get(target)
        return kind === undefined ? [] : several(cell, SEVERAL).map((value): LooseField => ({ kind, label, value }))
      }),
      ...addresses(of('ADDRESS')),
    ],
    connectedOn: wordDate(first('CONNECTED_ON')),
  }
}

/** Somebody as a row of a table describes them, or why it describes nobody. */
export function readTableRow({ line, cells, broken }: TableRow, columns: readonly Column[]): ReadRow {
  if (broken) return { line, problem: 'BAD_QUOTES' }
  if (spills(cells, columns)) return { line, problem: 'TOO_MANY_CELLS' }
  return rowOf(line, looseCard(cells, columns))
}

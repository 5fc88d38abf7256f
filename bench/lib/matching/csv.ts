/**
 * Reads CSV as RFC 4180 has it: fields with commas, line breaks or quotes stand in quotes, and quotes in
 * them are doubled. Empty lines are left out.
 * @throws SyntaxError when a quote is never closed.
 */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let quoted = false
  const endRow = () => {
    row.push(field)
    if (row.length > 1 || field.trim() !== '') rows.push(row)
    row = []
    field = ''
  }
  const source = text.replace(/^\uFEFF/, '')
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at)
    if (quoted) {
      if (character !== '"') field += character
      else if (source.charAt(at + 1) === '"') field += source.charAt(++at)
      else quoted = false
    } else if (character === '"' && field === '') {
      quoted = true
    } else if (character === ',') {
      row.push(field)
      field = ''
    } else if (character === '\n' || character === '\r') {
      endRow()
    } else {
      field += character
    }
  }
  if (quoted) throw new SyntaxError('A quoted field is never closed.')
  endRow()
  return rows
}

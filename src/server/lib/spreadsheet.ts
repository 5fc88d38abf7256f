/**
 * What a spreadsheet would take for a formula, or run: a quote is set before it (OWASP, CSV injection). Wider than
 * the library's own pattern, which misses texts of several lines, leading spaces and full-width signs.
 */
export const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u

/** Marks the file as UTF-8 for spreadsheets that would guess otherwise. */
export const BYTE_ORDER_MARK = '\uFEFF'

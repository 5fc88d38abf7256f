/** Query values, and the segment after the paths, that stand for a person. */
const TOKEN_VALUE = /\b(token=)[^&\s"'#]+/g
const TOKEN_PATH = /(\/(?:m|c|set-up|follow-up|unsubscribe)\/)[^/?#\s"']+/g

/**
 * A line of the app without the secrets that addresses may hold: the framework's own messages repeat the
 * address of a request. Lines of our log are JSON, are redacted where they are written and stay as they are.
 */
export function redactLine(line: string): string {
  if (isJson(line)) return line
  return line.replace(TOKEN_VALUE, '$1[removed]').replace(TOKEN_PATH, '$1[removed]')
}

function isJson(line: string): boolean {
  if (!line.startsWith('{"level":')) return false
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}

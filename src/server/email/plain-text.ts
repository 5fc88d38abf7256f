/** Line ends before and after an element; two are an empty line between. */
interface Lines {
  readonly before: number
  readonly after: number
}

const INLINE: Lines = { before: 0, after: 0 }
const BLOCK: Lines = { before: 1, after: 1 }
const BLOCKS: Readonly<Record<string, Lines>> = {
  div: BLOCK,
  table: BLOCK,
  tr: BLOCK,
  td: BLOCK,
  p: { before: 2, after: 2 },
  h1: { before: 3, after: 2 },
  h2: { before: 3, after: 2 },
}
/** Two empty lines before each person, since one stands between the parts of what is said of them. */
const PERSON: Lines = { before: 3, after: 2 }

/** Elements that never hold anything. */
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'meta', 'link'])

/** What React makes of characters that mean something in HTML. */
const ESCAPED: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" }
const unescaped = (text: string) => text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (escape) => ESCAPED[escape] ?? escape)

/** Puts words and line ends together: white space collapses, and of line ends that meet the most count. */
function textBuilder() {
  let text = ''
  let lines = 0
  let space = false
  return {
    add(words: string) {
      const bare = words.replace(/[ \t\r\n]+/g, ' ')
      const trimmed = bare.trim()
      if (bare.startsWith(' ')) space = true
      if (trimmed === '') return
      if (lines > 0 && text !== '') text += '\n'.repeat(lines)
      else if (space && text !== '' && !text.endsWith('\n')) text += ' '
      text += trimmed
      lines = 0
      space = bare.endsWith(' ')
    },
    break(count: number) {
      lines = Math.max(lines, count)
      if (count > 0) space = false
    },
    newLine() {
      lines += 1
      space = false
    },
    get text() {
      return text
    },
  }
}

/** What an element of this tag and these attributes does. */
function elementOf(tag: string, attributes: string) {
  const attribute = (name: string) => unescaped(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? '')
  return {
    href: tag === 'a' ? attribute('href') : '',
    lines: attribute('class').split(' ').includes('person') ? PERSON : (BLOCKS[tag] ?? INLINE),
    silent: attribute('data-skip-in-text') === 'true',
  }
}

/**
 * A mail as plain text, from the markup that React made of it and of no other: links with their address
 * behind a colon, empty lines between paragraphs, nothing shouted, no line broken. What is marked
 * `data-skip-in-text` is left out. The package's own converter parses HTML of any origin, which takes it
 * longer than the mail took to write.
 */
export function plainText(html: string): string {
  const builder = textBuilder()
  const open: ReturnType<typeof elementOf>[] = []
  let silent = 0
  for (const [token, end, tag, attributes = ''] of html.slice(html.indexOf('<body')).matchAll(/<(\/?)(\w+)([^>]*)>|[^<]+/g)) {
    if (tag === undefined) {
      if (silent === 0) builder.add(unescaped(token))
    } else if (tag === 'br') {
      builder.newLine()
    } else if (end === '/') {
      const element = open.pop()
      if (!element) continue
      if (element.href !== '') builder.add(`: ${element.href}`)
      builder.break(element.lines.after)
      if (element.silent) silent -= 1
    } else if (!VOID.has(tag)) {
      const element = elementOf(tag, attributes)
      open.push(element)
      builder.break(element.lines.before)
      if (element.silent) silent += 1
    }
  }
  return builder.text
}

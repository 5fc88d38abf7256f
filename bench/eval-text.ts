// npm run eval:text -- FILE: how well the engine tells which offer answers which ask, with simpler
// methods beside it. FILE has lines of JSON {ask, offer, hardNegative}.
import { parseArgs } from 'node:util'
import { runCommand, UsageError } from './lib/command-line'
import { rounded } from './lib/percentile'
import { formatTable } from './lib/table'
import { bm25Matcher, engineMatcher, randomMatcher, trigramMatcher } from './lib/text/baselines'
import { measureMatcher } from './lib/text/measures'
import { tableOfApp } from './lib/text/table-file'
import { readTriples } from './lib/text/triples'

const HELP = `npm run eval:text -- FILE
  FILE  lines of JSON {ask, offer, hardNegative}: an ask, an offer that answers it, one that does not`

await runCommand(() => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean', default: false } } })
  const [file] = positionals
  if (values.help) {
    console.log(HELP)
    return
  }
  if (file === undefined || positionals.length > 1) throw new UsageError('Name one file with lines of JSON {ask, offer, hardNegative}.')
  evaluate(file)
})

function evaluate(file: string): void {
  const triples = readTriples(file)
  const { vectors, bytes } = tableOfApp()
  const methods = {
    random: randomMatcher(),
    trigrams: trigramMatcher(),
    BM25: bm25Matcher(triples),
    'words only': engineMatcher(null),
    engine: engineMatcher(vectors),
  }
  const rows = Object.entries(methods).map(([method, match]) => {
    const { auc, hardAccuracy, top5 } = measureMatcher(triples, match)
    return { method, auc: rounded(auc, 3), hardAccuracy: rounded(hardAccuracy, 3), top5: rounded(top5, 3) }
  })
  console.log(`${String(triples.length)} asks, each against all offers; the table of word vectors has ${String(bytes)} bytes`)
  console.log(formatTable([['method', 'AUC', 'hard accuracy', 'top 5'], ...rows.map((row) => [row.method, row.auc, row.hardAccuracy, row.top5])]))
  const [engine] = rows.slice(-1).map(({ auc, hardAccuracy, top5 }) => ({ auc, hardAccuracy, top5, loadedBytes: bytes }))
  console.log(JSON.stringify({ rows, engine, triples: triples.length }))
}

// node scripts/run.mjs bench/fit-text.ts FILE: fits the calibration of src/domain/matching/text/match-texts.ts
// to lines of JSON {ask, offer, hardNegative}, and says how well what it foretells comes true.
import { likeness } from '../src/domain/matching/text/match-texts'
import { readText } from '../src/domain/matching/text/read-text'
import { runCommand, UsageError } from './lib/command-line'
import { formatTable } from './lib/table'
import { tableOfApp } from './lib/text/table-file'
import { readTriples } from './lib/text/triples'

const STEPS = 60
/** Holds the weights a little towards 0. */
const RIDGE = 1

interface Example {
  /** 1 for the constant, then the likeness. */
  readonly inputs: readonly number[]
  readonly isMatch: boolean
}

await runCommand(() => {
  const [file] = process.argv.slice(2)
  if (file === undefined) throw new UsageError('Name a file with lines of JSON {ask, offer, hardNegative}.')
  const examples = examplesOf(file)
  const weights = fit(examples)
  console.log('constant, meaning, words:', weights.map((weight) => weight.toFixed(2)).join(', '))
  console.log(formatTable([['foretold', 'pairs', 'mean', 'came true'], ...reliability(examples, weights)]))
})

function examplesOf(file: string): Example[] {
  const { vectors } = tableOfApp()
  const triples = readTriples(file).map(({ ask, offer, hardNegative }) => ({
    ask: readText(ask, vectors),
    offer: readText(offer, vectors),
    hard: readText(hardNegative, vectors),
  }))
  return triples.flatMap(({ ask, hard }, at) =>
    [...triples.map(({ offer }) => offer), hard].map((offer, other): Example => {
      const { meaning, words } = likeness(ask, offer)
      return { inputs: [1, meaning ?? 0, words], isMatch: other === at }
    }),
  )
}

/** Logistic regression by Newton's method. */
function fit(examples: readonly Example[]): number[] {
  let weights = [0, 0, 0]
  for (let step = 0; step < STEPS; step += 1) {
    const gradient: number[] = weights.map((weight, at) => (at === 0 ? 0 : -RIDGE * weight))
    const curvature: number[][] = weights.map((_, row) => weights.map((__, column) => (row === column ? RIDGE : 0)))
    for (const { inputs, isMatch } of examples) {
      const chance = foretold(inputs, weights)
      inputs.forEach((input, row) => {
        gradient[row] = (gradient[row] ?? 0) + input * ((isMatch ? 1 : 0) - chance)
        const line = curvature[row] ?? []
        inputs.forEach((other, column) => (line[column] = (line[column] ?? 0) + chance * (1 - chance) * input * other))
      })
    }
    const change = solve(curvature, gradient)
    weights = weights.map((weight, at) => weight + (change[at] ?? 0))
  }
  return weights
}

function foretold(inputs: readonly number[], weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-inputs.reduce((sum, input, at) => sum + input * (weights[at] ?? 0), 0)))
}

/** Gauss and Jordan, for a matrix that is positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0])
  rows.forEach((pivotRow, at) => {
    const pivot = pivotRow[at] ?? 1
    const scaled = pivotRow.map((value) => value / pivot)
    rows.forEach((row, other) => {
      const factor = row[at] ?? 0
      rows[other] = other === at ? scaled : row.map((value, column) => value - factor * (scaled[column] ?? 0))
    })
  })
  return rows.map((row) => row.at(-1) ?? 0)
}

function reliability(examples: readonly Example[], weights: readonly number[]): (string | number)[][] {
  const edges = [0, 0.02, 0.05, 0.12, 0.25, 0.5, 0.75, 1.01]
  return edges.slice(1).map((to, at) => {
    const from = edges[at] ?? 0
    const inside = examples
      .map(({ inputs, isMatch }) => ({ chance: foretold(inputs, weights), isMatch }))
      .filter(({ chance }) => chance >= from && chance < to)
    const share = (sum: number) => (sum / (inside.length || 1)).toFixed(3)
    const mean = inside.reduce((sum, { chance }) => sum + chance, 0)
    return [`${String(from)} to ${String(Math.min(1, to))}`, inside.length, share(mean), share(inside.filter(({ isMatch }) => isMatch).length)]
  })
}

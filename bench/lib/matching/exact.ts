import loadHighs from 'highs'
import type { AssignProblem } from '../../../src/domain/matching/assign/problem'

export interface ExactOptimum {
  /** Sum of the weights of the chosen pairs; a standing pair's with its bonus. */
  readonly weight: number
  /** 1 for each chosen pair. */
  readonly chosen: Uint8Array
}

/**
 * The best that any assignment can reach: an integer linear program with one yes-or-no per pair, and a
 * row per person and limit, solved by HiGHS to a gap of 0.01 %. For up to some hundred people.
 *
 * @throws Error when the solver ends without an optimum.
 */
export async function exactOptimum(problem: AssignProblem): Promise<ExactOptimum> {
  const highs = await loadHighs()
  const { size, edges, places, unexpectedPlaces, incumbencyBonus } = problem
  const { objectiveSense, variableType, modelStatus } = highs.constants
  const value = edges.weight.map((weight, edge) => weight + incumbencyBonus * (edges.standing[edge] ?? 0))
  const starts = new Int32Array(edges.count + 1)
  const rows: number[] = []
  for (let edge = 0; edge < edges.count; edge += 1) {
    const ends = [edges.a[edge] ?? 0, edges.b[edge] ?? 0]
    rows.push(...ends)
    if (edges.unexpected[edge] === 1) rows.push(...ends.map((end) => size + end))
    starts[edge + 1] = rows.length
  }
  return highs.withModel(
    {
      numCols: edges.count,
      numRows: 2 * size,
      sense: objectiveSense.maximize,
      colCost: value,
      colLower: new Float64Array(edges.count),
      colUpper: new Float64Array(edges.count).fill(1),
      rowLower: new Float64Array(2 * size),
      rowUpper: Float64Array.from([...places, ...unexpectedPlaces]),
      matrix: {
        format: 'csc',
        numRows: 2 * size,
        numCols: edges.count,
        starts,
        indices: Int32Array.from(rows),
        values: new Float64Array(rows.length).fill(1),
      },
      integrality: Array.from(value, () => variableType.integer),
    },
    (model) => {
      model.options.set({ output_flag: false, mip_rel_gap: 1e-4 })
      model.run()
      if (model.getModelStatus() !== modelStatus.optimal) throw new Error('The exact assignment was not found.')
      const chosen = Uint8Array.from(model.getSolution().colValue, (share) => (share > 0.5 ? 1 : 0))
      return { weight: model.getObjectiveValue(), chosen }
    },
  )
}

import type { Random } from '../../bench/lib/random'
import { add, dot, normalise, rowOf, zeros, type Matrix } from './matrix'

const ITERATIONS = 60

/**
 * The directions in which the rows vary most, the most first: orthogonal iteration on their second
 * moments (G. Golub and C. Van Loan, 'Matrix computations', 8.2.4).
 */
export function principalComponents(matrix: Matrix, count: number, random: Random): Matrix {
  const { dims } = matrix
  const moments = zeros(dims, dims)
  for (let row = 0; row < matrix.rows; row += 1) {
    const vector = rowOf(matrix, row)
    vector.forEach((component, at) => { if (component !== 0) add(rowOf(moments, at), component, vector) })
  }
  let components = zeros(count, dims)
  components.data.forEach((_, at) => (components.data[at] = random.next() - 0.5))
  for (let iteration = 0; iteration < ITERATIONS; iteration += 1) {
    const next = zeros(count, dims)
    for (let place = 0; place < count; place += 1) {
      const target = rowOf(next, place)
      for (let at = 0; at < dims; at += 1) target[at] = dot(rowOf(moments, at), rowOf(components, place))
      for (let before = 0; before < place; before += 1) add(target, -dot(target, rowOf(next, before)), rowOf(next, before))
      normalise(target)
    }
    components = next
  }
  return components
}

/**
 * The rows in the coordinates of their principal components, without the first `left`, which hold what
 * all words share (J. Mu and P. Viswanath, 'All-but-the-top', 2018).
 */
export function reduce(matrix: Matrix, left: number, dims: number, random: Random): Matrix {
  const components = principalComponents(matrix, left + dims, random)
  const reduced = zeros(matrix.rows, dims)
  for (let row = 0; row < matrix.rows; row += 1) {
    for (let place = 0; place < dims; place += 1) {
      reduced.data[row * dims + place] = dot(rowOf(matrix, row), rowOf(components, left + place))
    }
  }
  return reduced
}

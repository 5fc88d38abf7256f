/** Rows of equal length, one after the other. */
export interface Matrix {
  readonly rows: number
  readonly dims: number
  readonly data: Float32Array
}

export function zeros(rows: number, dims: number): Matrix {
  return { rows, dims, data: new Float32Array(rows * dims) }
}

/** A row, in the same memory. */
export function rowOf({ dims, data }: Matrix, row: number): Float32Array {
  return data.subarray(row * dims, (row + 1) * dims)
}

/** All rows, in the same memory. */
export function rowsOf(matrix: Matrix): Float32Array[] {
  return Array.from({ length: matrix.rows }, (_, row) => rowOf(matrix, row))
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}

/** target += factor * source */
export function add(target: Float32Array, factor: number, source: Float32Array): void {
  for (let at = 0; at < target.length; at += 1) target[at] = (target[at] ?? 0) + factor * (source[at] ?? 0)
}

/** Scales a vector to length 1, unless it is all zeros. @returns the length it had */
export function normalise(vector: Float32Array): number {
  const length = Math.sqrt(dot(vector, vector))
  if (length > 0) vector.forEach((component, at) => (vector[at] = component / length))
  return length
}

export function normaliseRows(matrix: Matrix): void {
  for (let row = 0; row < matrix.rows; row += 1) normalise(rowOf(matrix, row))
}

/** Takes the mean of all rows that are not all zeros from each of them. */
export function centre(matrix: Matrix): void {
  const mean = new Float32Array(matrix.dims)
  const filled = Array.from({ length: matrix.rows }, (_, row) => rowOf(matrix, row)).filter((row) => row.some(Boolean))
  for (const row of filled) add(mean, 1 / filled.length, row)
  for (const row of filled) add(row, -1, mean)
}

/** Two matrices side by side, the second multiplied by `factor`. */
export function beside(one: Matrix, factor: number, other: Matrix): Matrix {
  const joined = zeros(one.rows, one.dims + other.dims)
  for (let row = 0; row < one.rows; row += 1) {
    const target = rowOf(joined, row)
    target.set(rowOf(one, row))
    add(target.subarray(one.dims), factor, rowOf(other, row))
  }
  return joined
}

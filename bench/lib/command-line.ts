/** Something the caller of a command can put right; its message is one sentence for them. */
export class UsageError extends Error {}

/**
 * A whole number that was given as an option.
 * @throws UsageError when it is none, or outside the limits, both included.
 */
export function wholeNumber(name: string, given: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN
  if (!(value >= least && value <= most)) {
    throw new UsageError(
      `--${name} takes a whole number from ${String(least)} to ${String(most)}, not ${JSON.stringify(given)}.`,
    )
  }
  return value
}

/**
 * Runs a command that starts nothing which would have to be stopped. What the caller got wrong is said
 * in one sentence; the exit code is then 1.
 */
export async function runCommand(work: () => Promise<void> | void): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!isUsageError(error)) throw error
    // Node adds advice about options that are meant as file names, which nobody meant here.
    console.error(error.message.replace(/\. To specify a positional argument.*/s, '.'))
    process.exitCode = 1
  }
}

/** Node's own parser of options says what is wrong by errors with codes like these. */
function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')
}

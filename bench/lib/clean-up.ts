const steps: (() => Promise<unknown>)[] = []
let running: Promise<void> | undefined

/** Adds what has to be undone at the end, whatever happens; last in, first out. */
export function atEnd(step: () => Promise<unknown>): void {
  steps.push(step)
}

async function undoAll(): Promise<void> {
  for (let step = steps.pop(); step; step = steps.pop()) {
    try {
      await step()
    } catch (error) {
      console.error(error)
    }
  }
}

/** Undoes everything; two callers wait for the same end. */
function cleanUp(): Promise<void> {
  running ??= undoAll()
  return running
}

/**
 * Runs a benchmark and ends the process: what was started is stopped on success, on an error and on
 * Ctrl-C alike.
 * @param work resolves to whether all was as it must be; the exit code is 0 for true and 1 otherwise.
 */
export async function runToTheEnd(work: () => Promise<boolean>): Promise<never> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      void cleanUp().then(() => process.exit(130))
    })
  }
  let good = false
  try {
    good = await work()
  } catch (error) {
    console.error(error)
  }
  await cleanUp()
  process.exit(good ? 0 : 1)
}

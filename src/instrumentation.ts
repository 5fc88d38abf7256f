/** Next calls this once when a server starts, never during a build. */
export async function register(): Promise<void> {
  // Written out so that the bundler leaves the server's part out of the edge runtime's bundle.
  if (process.env['NEXT_RUNTIME'] === 'nodejs') {
    const { startBackground } = await import('./server/background')
    await startBackground()
  }
}

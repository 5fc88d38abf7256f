// Loaded into the web server before anything else: it ends when whoever started it is gone, even when
// that one was killed and could not say so. The parent holds the other end of standard input.
process.stdin.resume().once('end', () => {
  process.kill(process.pid, 'SIGTERM')
})

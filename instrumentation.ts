/** What the web server needs once, before it answers anybody. Next calls it in each of its runtimes; ours is Node's. */
export async function register(): Promise<void> {
  // eslint-disable-next-line no-restricted-syntax -- No setting but a constant of the build: what follows is in Node's alone.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { limitRequestTimes } = await import('./lib/request-times')
  limitRequestTimes()
}

// One line per step with the seconds it took. In a terminal the running step is rewritten in place.
import process from 'node:process'

/** @param {{ quiet?: boolean }} [options] */
export function createProgress({ quiet = false } = {}) {
  const terminal = Boolean(process.stdout.isTTY) && !quiet
  const began = Date.now()
  const running = new Map()
  let shown = false

  const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1).padStart(6)} s`
  const clear = () => {
    if (shown) process.stdout.write('\r\x1b[2K')
    shown = false
  }
  const draw = () => {
    if (!terminal || running.size === 0) return
    clear()
    const parts = [...running].map(
      ([name, { since, detail }]) => `${name} ${seconds(since).trim()}${detail ? ` · ${detail}` : ''}`,
    )
    process.stdout.write(`  … ${parts.join('  |  ')}`.slice(0, (process.stdout.columns || 100) - 1))
    shown = true
  }
  const line = (text) => {
    if (quiet) return
    clear()
    process.stdout.write(text + '\n')
    draw()
  }
  const timer = terminal ? setInterval(draw, 500) : undefined
  timer?.unref()

  return {
    line,
    elapsedSeconds: () => (Date.now() - began) / 1000,
    /** Runs one step. The step gets a function that shows what it is doing; it returns a note for its final line. */
    async step(name, run) {
      const entry = { since: Date.now(), detail: '' }
      running.set(name, entry)
      let lastLine = Date.now()
      const detail = (text) => {
        entry.detail = text
        draw()
        // Without a terminal (a log file, CI) a long step still shows life, but not on every line it reports.
        if (!terminal && Date.now() - lastLine > 5000) {
          lastLine = Date.now()
          line(`  … ${seconds(entry.since)}  ${name}: ${text}`)
        }
      }
      try {
        const result = await run(detail)
        running.delete(name)
        line(`  ✓ ${seconds(entry.since)}  ${name}${entry.detail ? ` (${entry.detail})` : ''}`)
        return result
      } catch (error) {
        running.delete(name)
        line(`  ✗ ${seconds(entry.since)}  ${name}`)
        throw error
      }
    },
    end() {
      clearInterval(timer)
      clear()
    },
  }
}

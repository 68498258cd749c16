/** Does something again and again, never twice at once. A failure is told once and tried again; it ends nothing. */
export interface Loop {
  /** Do it now, or once more if it is being done. */
  wake: () => void
  /** Waits until it is not being done, and does it no more. */
  end: () => Promise<void>
}

/** After a failure the pauses grow up to this. */
const LONGEST_PAUSE_MS = 15_000

export function keepDoing(name: string, everyMs: number, work: () => Promise<unknown>, tell = console.error): Loop {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()
  let busy = false
  let again = false
  let ended = false
  let failures = 0
  let told = ''

  async function once(): Promise<void> {
    again = false
    try {
      await work()
      if (failures > 0) tell(`${name}: well again`)
      failures = 0
      told = ''
    } catch (error) {
      failures++
      const message = error instanceof Error ? error.message : String(error)
      if (message !== told) tell(`${name}: ${message}`)
      told = message
    }
  }

  function plan(): void {
    if (ended) return
    const pause = failures === 0 ? everyMs : Math.min(Math.max(everyMs, 1_000) * 2 ** (failures - 1), LONGEST_PAUSE_MS)
    timer = setTimeout(start, again && failures === 0 ? 0 : pause)
  }

  function start(): void {
    if (ended) return
    clearTimeout(timer)
    busy = true
    running = once().finally(() => {
      busy = false
      plan()
    })
  }

  start()
  return {
    wake() {
      if (busy) again = true
      else start()
    },
    async end() {
      ended = true
      clearTimeout(timer)
      await running
    },
  }
}

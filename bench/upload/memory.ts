/** How much memory a process holds, and the most it held since. Linux only. */
import { readdirSync, readFileSync } from 'node:fs'

const EVERY_MS = 20

export class WatchedMemory {
  private readonly timer: ReturnType<typeof setInterval>
  private most: number

  constructor(
    private readonly pid: number,
    /** MiB before. */
    readonly idle = residentMebibytes(pid),
  ) {
    this.most = idle
    this.timer = setInterval(() => (this.most = Math.max(this.most, residentMebibytes(pid))), EVERY_MS)
  }

  /** MiB above idle at the worst moment. */
  growth(): number {
    clearInterval(this.timer)
    return Math.max(this.most, residentMebibytes(this.pid)) - this.idle
  }
}

export function residentMebibytes(pid: number): number {
  const kibibytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  if (kibibytes === undefined) throw new Error(`process ${pid} has ended`)
  return Number(kibibytes) / 1024
}

/** The process that another started, by a word of its command line. */
export function childOf(parent: number, word: string): number | undefined {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => {
      try {
        const isChild = new RegExp(`^PPid:\\s+${parent}$`, 'm').test(readFileSync(`/proc/${pid}/status`, 'utf8'))
        return isChild && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(word)
      } catch {
        return false // It has just ended.
      }
    })
}

// Times that one core worked, for benchmarks that compute and wait for nothing.
import type { BenchResult } from './result'

/** Time that a core worked for this process: other work of the machine does not count, collecting garbage does. */
export function coreMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

export function once<T>(work: () => T): { result: T; ms: number } {
  const began = coreMs()
  const result = work()
  return { result, ms: coreMs() - began }
}

export interface Rounds {
  /** Until the work is compiled; not measured. */
  warmUp: number
  measured: number
}

export function timed(work: () => unknown, { warmUp, measured }: Rounds): { median: number; p95: number } {
  for (let round = 0; round < warmUp; round++) work()
  const times = Array.from({ length: measured }, () => once(work).ms).sort((a, b) => a - b)
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
  return { median: at(0.5), p95: at(0.95) }
}

export function against(
  name: string,
  value: number,
  unit: string,
  beside: string,
  floor: number,
  ratio: number,
): BenchResult {
  const shown = (number: number) => Math.round(number * 100) / 100
  return { name, value: shown(value), unit, against: `${beside} ${shown(floor).toLocaleString('en')} ${unit}`, ratio }
}

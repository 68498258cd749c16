/**
 * How long a newcomer waits, and how much memory the whole market takes. Each figure stands beside the floor of the same run:
 * PostgreSQL, the chain and the contracts alone, without a seeded year, worker or web.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startTestStack } from '../scripts/stack/test-stack.mjs'
import type { BenchReport, BenchResult } from './result'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PATIENCE_MS = 600_000
const SETTLED_MS = 5_000

export async function run(): Promise<BenchReport> {
  const floor = await measureFloor()
  const dataDir = mkdtempSync(join(tmpdir(), 'switchyard-bench-'))
  chmodSync(dataDir, 0o755) // Where root measures, PostgreSQL runs as another user.
  rmSync(join(ROOT, '.next'), { recursive: true, force: true })
  try {
    const first = await startOnce(dataDir)
    await first.stop()
    const later = await startOnce(dataDir)
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS))
    const memory = residentMebibytes(later.pid)
    await later.stop()
    const results = [
      against('first', first.seconds, 's', floor.seconds),
      against('later', later.seconds, 's', floor.seconds),
      against('memory', memory, 'MiB', floor.memory),
    ]
    return { bench: 'start', results }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function against(name: string, value: number, unit: string, floor: number): BenchResult {
  const beside = `PostgreSQL, chain and contracts alone: ${floor.toFixed(1)} ${unit}`
  return { name, value: Math.round(value * 10) / 10, unit, against: beside, ratio: value / floor }
}

async function measureFloor(): Promise<{ seconds: number; memory: number }> {
  const before = residentMebibytes(process.pid)
  const began = performance.now()
  const stack = await startTestStack({ seed: false, web: false })
  const seconds = (performance.now() - began) / 1000
  const memory = residentMebibytes(process.pid) - before
  await stack.stop()
  return { seconds, memory }
}

interface Started {
  pid: number
  seconds: number
  stop: () => Promise<void>
}

/** From the command to the first page that answers. */
async function startOnce(dataDir: string): Promise<Started> {
  const began = performance.now()
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: ROOT,
    env: { ...process.env, SWITCHYARD_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await addressOf(child)
  const page = await fetch(url)
  if (!page.ok) throw new Error(`${url} answered ${page.status}`)
  await page.text()
  const seconds = (performance.now() - began) / 1000
  const stop = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.kill('SIGINT')
    })
  return { pid: child.pid ?? 0, seconds, stop }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const timer = setTimeout(() => reject(new Error(`not started after ${PATIENCE_MS} ms:\n${text}`)), PATIENCE_MS)
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const ready = /is ready after [\d.]+ s:\s+(\S+)/.exec(text)
      if (!ready?.[1]) return
      clearTimeout(timer)
      resolve(ready[1])
    })
    child.once('exit', (code) => reject(new Error(`the start ended with ${code}:\n${text}`)))
  })
}

/**
 * Of the process and everything it started. Shared pages are counted once: PostgreSQL's processes share their buffers.
 * Linux only (proportional set size).
 */
function residentMebibytes(pid: number): number {
  const kibibytes = familyOf(pid).reduce((total, member) => total + proportionalSize(member), 0)
  return kibibytes / 1024
}

function familyOf(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const status = readProc(name, 'status')
    const parent = /^PPid:\s+(\d+)/m.exec(status)?.[1]
    if (parent) parents.set(Number(name), Number(parent))
  }
  const family = [root]
  for (const member of family) {
    for (const [pid, parent] of parents) if (parent === member) family.push(pid)
  }
  return family
}

function proportionalSize(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readProc(String(pid), 'smaps_rollup'))?.[1] ?? 0)
}

/** Empty for a process that has just ended. */
function readProc(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

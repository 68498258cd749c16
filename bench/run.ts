// npm run -s bench -- NAME [--json]: runs bench/NAME.ts and prints its report.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BenchReport, BenchResult } from './result'

const NOT_BENCHES = ['run', 'result', 'timing']

function benches(): string[] {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  return files.map((file) => file.slice(0, -'.ts'.length)).filter((name) => !NOT_BENCHES.includes(name))
}

/** A table with its numbers to the right. */
function tableOf({ bench, results }: BenchReport): string {
  const heads = ['name', 'value', 'unit', 'against', 'ratio']
  const cells = (r: BenchResult) => [r.name, r.value.toLocaleString('en'), r.unit, r.against, `${r.ratio.toFixed(2)} ×`]
  const rows = [heads, ...results.map(cells)]
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const isNumber = (column: number) => column === 1 || column === 4
  const line = (row: string[]) =>
    row
      .map((cell, column) => (isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
  return [`bench ${bench}`, ...rows.map(line)].join('\n')
}

async function main() {
  const [name, ...options] = process.argv.slice(2)
  const file = name && benches().includes(name) ? join(import.meta.dirname, `${name}.ts`) : null
  if (!file || !existsSync(file) || options.some((option) => option !== '--json')) {
    console.error(`Usage: npm run -s bench -- NAME [--json]\nNAME is one of: ${benches().join(', ')}`)
    process.exit(2)
  }
  const { run } = (await import(pathToFileURL(file).href)) as { run(): Promise<BenchReport> }
  const report = await run()
  console.log(options.includes('--json') ? JSON.stringify(report) : tableOf(report))
}

await main()

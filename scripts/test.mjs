// npm test: installs what is missing and runs every check there is, each to its end, whatever the ones before it said.
// Ends with a line "N passed, N failed" over all of them. `npm test -- unit contracts` runs only the named ones.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './stack/node-modules.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const results = join(tmpdir(), `switchyard-results-${process.pid}`)
const bin = (path) => [process.execPath, join(root, 'node_modules', path)]
const readJson = (name) => JSON.parse(readFileSync(join(results, name), 'utf8'))

/** A check without a count of its own is one test: passed if it ended well. */
const byExit = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 })

function forgeCounts(_code, output) {
  const summary = /(\d+) tests passed, (\d+) failed, (\d+) skipped \(\d+ total tests\)/.exec(output)
  return summary ? { passed: Number(summary[1]), failed: Number(summary[2]) } : null
}

function vitestCounts() {
  const { numPassedTests, numFailedTests, testResults } = readJson('vitest.json')
  // A file that could not even be loaded has no tests to count.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length }
}

function playwrightCounts() {
  const { stats, errors } = readJson('playwright.json')
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + (errors?.length ?? 0) }
}

function parityCounts(_code, output) {
  const summary = /(\d+) rules agree, (\d+) differ/.exec(output)
  return summary ? { passed: Number(summary[1]), failed: Number(summary[2]) } : null
}

const stages = [
  { name: 'format', command: [...bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
  { name: 'lint', command: [...bin('eslint/bin/eslint.js'), '--max-warnings=0', '.'] },
  { name: 'types', command: [process.execPath, join(root, 'scripts/typecheck.mjs')] },
  { name: 'generated', command: [process.execPath, '--import', 'tsx', 'scripts/generate.ts', '--check'] },
  { name: 'contracts', command: [process.execPath, '--import', 'tsx', 'scripts/forge.ts', 'test'], count: forgeCounts },
  {
    name: 'parity',
    command: [process.execPath, '--import', 'tsx', 'scripts/parity/run.ts'],
    count: parityCounts,
  },
  {
    name: 'unit',
    command: [
      ...bin('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(results, 'vitest.json')}`,
    ],
    count: vitestCounts,
  },
  {
    name: 'e2e',
    command: [...bin('@playwright/test/cli.js'), 'test', '--reporter=list,json,./e2e/show-page.ts'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, 'playwright.json') },
    browser: true,
    count: playwrightCounts,
  },
]

/** An interruption is passed to the runner, which stops its test stack; then this program ends too. */
let running
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    interrupted = true
    running?.kill(signal)
  })
}
let interrupted = false

function run({ command, env }) {
  return new Promise((resolve) => {
    const [program, ...args] = command
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    running = child
    let output = ''
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk)
      output = (output + chunk).slice(-200_000)
    })
    child.once('error', (error) => resolve({ code: 1, output: error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

function countsOf(stage, code, output) {
  let counts = null
  try {
    counts = stage.count?.(code, output) ?? null
  } catch {
    counts = null // The runner died before it could write its results: judged by its exit code.
  }
  counts ??= byExit(code)
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

async function runStage(stage) {
  const began = Date.now()
  console.log(`\n━━ ${stage.name}`)
  let env = { ...stage.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' }
  if (stage.browser) {
    const { ensureChromium } = await import('./stack/chromium.mjs')
    const chromium = ensureChromium((line) => console.log(line))
    if (chromium) env = { ...env, CHROMIUM_PATH: chromium }
  }
  const { code, output } = await run({ ...stage, env })
  return { name: stage.name, seconds: (Date.now() - began) / 1000, ...countsOf(stage, code, output) }
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name))
if (unknown.length > 0) {
  console.error(
    `There is no check named ${unknown.join(', ')}. There are: ${stages.map(({ name }) => name).join(', ')}.`,
  )
  process.exit(1)
}

ensureInstalled(root, (line) => console.log(line))
// What the checks read but git does not keep.
const { ensurePrismaClient } = await import('./stack/build.mjs')
await ensurePrismaClient({ root, env: process.env })

mkdirSync(results, { recursive: true })
const rows = []
for (const stage of stages) {
  if (interrupted) break
  if (wanted.length > 0 && !wanted.includes(stage.name)) continue
  rows.push(
    await runStage(stage).catch((error) => {
      console.error(error.message)
      return { name: stage.name, seconds: 0, passed: 0, failed: 1 }
    }),
  )
}
rmSync(results, { recursive: true, force: true })

console.log('')
for (const { name, seconds, passed, failed } of rows) {
  const mark = failed === 0 ? '✓' : '✗'
  console.log(
    `  ${mark} ${name.padEnd(10)} ${seconds.toFixed(1).padStart(7)} s  ${String(passed).padStart(5)} passed  ${failed} failed`,
  )
}
const sum = (key) => rows.reduce((total, row) => total + row[key], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') === 0 && !interrupted ? 0 : 1)

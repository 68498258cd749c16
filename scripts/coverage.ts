// Which lines and branches of contracts/src the contract tests reach: `npm run test:contracts:coverage`. Fails below 98 % of either.
// Arguments are handed to Forge: `npm run test:contracts:coverage -- --match-path 'test/Escrow*'`.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { add, missesOf, percent, readLcov, type Share } from './coverage/lcov'
import { copyFolders, PLAIN_SOLC, scratchProject } from './proofs/scratch-project'
import { forgeProgram } from './stack/forge-program'

const LEAST = 98
const home = join(import.meta.dirname, '../.data/coverage')
const report = join(home, 'lcov.info')

scratchProject(home, PLAIN_SOLC)
copyFolders(home, ['src', 'test'])
rmSync(report, { force: true })
const { status } = spawnSync(
  forgeProgram(),
  ['coverage', '--report', 'lcov', '--report-file', report, '--exclude-tests', ...process.argv.slice(2)],
  {
    cwd: home,
    stdio: 'inherit',
    // The tests deploy what Forge watches. Which lines run is settled by a few of the random cases.
    env: {
      MARKET_ARTIFACTS: '',
      FOUNDRY_FUZZ_RUNS: '64',
      FOUNDRY_INVARIANT_RUNS: '16',
      FOUNDRY_INVARIANT_DEPTH: '64',
      ...process.env,
    },
  },
)
if (status !== 0) process.exit(status ?? 1)

const lcov = readFileSync(report, 'utf8')
const files = readLcov(lcov).filter(({ path }) => path.startsWith('src/'))
const show = (share: Share) => `${percent(share).toFixed(2).padStart(6)} % (${share.hit}/${share.found})`
const row = (name: string, lines: string, branches: string) =>
  console.log(`${name.padEnd(36)} ${lines.padEnd(20)} ${branches}`)
row('file', ' lines', ' branches')
for (const { path, lines, branches } of files) {
  row(path, show(lines), show(branches))
  for (const miss of missesOf(lcov, path)) console.log(`  not reached: line ${miss}`)
}
const none: Share = { hit: 0, found: 0 }
const lines = files.reduce((sum, file) => add(sum, file.lines), none)
const branches = files.reduce((sum, file) => add(sum, file.branches), none)
row('all', show(lines), show(branches))
const enough = files.length > 0 && percent(lines) >= LEAST && percent(branches) >= LEAST
if (!enough) console.log(`✗ Less than ${LEAST} % of the lines or branches of contracts/src are reached.`)
process.exit(enough ? 0 : 1)

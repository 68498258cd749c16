// Do the tests notice a fault? `npm run test:contracts:mutation` makes thousands of small ones in the libraries, Escrow and
// Settlement, one at a time, and runs the tests on each. Goes on where it was stopped; what is known is in .data/mutation.
//   -- BillLib Escrow     only these
//   -- --every 5          every fifth mutant
//   -- --fresh            all of them again
//   -- --runs 2000        random cases of a property for each mutant; usually 64
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { homeOf } from './mutation/forge-run'
import { judge, killedPercent, tally, type Explained, type Tally } from './mutation/judge'
import { mutantsOf } from './mutation/mutants'
import { digest, keep, recall } from './mutation/record'
import type { Outcome } from './mutation/trial'
import { closureOf, filesMatching, read } from './mutation/sources'
import { targets, type Target } from './mutation/targets'

const LEAST = 90
const options = process.argv.slice(2)
const every = options.includes('--every') ? Number(options[options.indexOf('--every') + 1]) : 1
const runs = options.includes('--runs') ? Number(options[options.indexOf('--runs') + 1]) : 64
const fresh = options.includes('--fresh')
const names = options.filter((option) => /^[A-Z]/.test(option))
const chosen = targets().filter(({ path }) => names.length === 0 || names.some((name) => path.endsWith(`/${name}.sol`)))
if (chosen.length === 0 || !(every >= 1)) throw new Error(`Nothing to do for ${options.join(' ')}.`)

function run({ path, tests, trial }: Target): Tally {
  const all = mutantsOf(path, read(path))
  const sample = all.filter((_, i) => i % every === 0)
  const file = join(homeOf('outcomes'), `${path.replaceAll('/', '-')}.json`)
  const source = digest([...closureOf([path])].sort().map(read))
  const proofs = digest([...closureOf(filesMatching(tests))].sort().map(read).concat(`${runs}`))
  const record = fresh ? { source, tests: proofs, outcomes: {} } : recall(file, source, proofs)
  const open = sample.filter(({ name }) => !(name in record.outcomes))
  console.log(`${path}: ${all.length} mutants, ${open.length} to try`)
  if (open.length > 0) {
    const done = (outcomes: ReadonlyMap<string, Outcome>) => {
      Object.assign(record.outcomes, Object.fromEntries(outcomes))
      keep(file, record)
      for (const [name, { result }] of outcomes) if (result === 'survived') console.log(`  survived: ${name}`)
    }
    trial(path, tests, open, done, runs)
  }
  return tally(path, all.length, record.outcomes)
}

function print(tallies: readonly Tally[]): void {
  const row = (name: string, cells: readonly (string | number)[]) =>
    console.log(name.padEnd(34), ...cells.map((cell) => `${cell}`.padStart(12)))
  row('', ['made', 'tried', 'not compiled', 'same code', 'killed', 'survived', 'killed %'])
  const sum = (of: (one: Tally) => number) => tallies.reduce((all, one) => all + of(one), 0)
  const cells = (some: readonly Tally[]) => killedPercent(some).toFixed(1)
  for (const one of tallies) {
    const { made, tried, notCompiled, sameCode, killed, survived } = one
    row(one.file, [made, tried, notCompiled, sameCode, killed, survived.length, cells([one])])
  }
  row('all', [
    sum(({ made }) => made),
    sum(({ tried }) => tried),
    sum(({ notCompiled }) => notCompiled),
    sum(({ sameCode }) => sameCode),
    sum(({ killed }) => killed),
    sum(({ survived }) => survived.length),
    cells(tallies),
  ])
}

const tallies = chosen.map(run)
print(tallies)
const explained = JSON.parse(
  readFileSync(join(import.meta.dirname, '../contracts/mutation.survivors.json'), 'utf8'),
) as Explained[]
const { open, stale } = judge(tallies, explained)
for (const { file, mutant } of open) console.log(`✗ ${file} survived: ${mutant}`)
for (const { file, mutant } of stale) console.log(`✗ ${file} is explained but did not survive: ${mutant}`)
const enough = killedPercent(tallies) >= LEAST
if (!enough) console.log(`✗ Less than ${LEAST} % of the mutants are killed.`)
process.exit(enough && open.length + stale.length === 0 ? 0 : 1)

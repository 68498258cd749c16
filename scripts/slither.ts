// Slither over contracts/src: `npm run test:contracts:static`. Ends well when every finding of high or medium impact is one that
// contracts/slither.triage.json explains. Skipped where Slither neither is nor can be installed.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { forgeProgram } from './stack/forge-program'
import { judge, type Finding, type Triaged } from './slither/judge'
import { withLiteralLengths } from './slither/literal-lengths'

const VERSION = '0.11.6'
const contracts = join(import.meta.dirname, '../contracts')
const home = join(import.meta.dirname, '../.data/slither')
const venv = join(home, 'venv')
const out = join(home, 'out')
const report = join(home, 'report.json')
const own = join(venv, 'bin/slither')

const works = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

function installed(): string | null {
  for (const program of [own, 'slither']) if (works(program)) return program
  console.log(`Installing Slither ${VERSION} into .data/slither …`)
  const made = spawnSync('python3', ['-m', 'venv', venv], { stdio: 'ignore' }).status === 0
  if (made)
    spawnSync(join(venv, 'bin/pip'), ['install', '--quiet', `slither-analyzer==${VERSION}`], { stdio: 'ignore' })
  return works(own) ? own : null
}

/** The sources alone, in folders of their own: the build that the tests use stays as it is. */
function build(): void {
  rmSync(out, { recursive: true, force: true })
  const args = ['build', 'src', '--force', '--build-info', '--out', out, '--cache-path', join(home, 'cache')]
  if (spawnSync(forgeProgram(), args, { cwd: contracts, stdio: 'inherit' }).status !== 0) process.exit(1)
  const infos = join(out, 'build-info')
  for (const name of readdirSync(infos)) {
    writeFileSync(join(infos, name), JSON.stringify(withLiteralLengths(readJson(join(infos, name)))))
  }
}

function analyse(slither: string): Finding[] {
  rmSync(report, { force: true })
  const args = ['.', '--compile-force-framework', 'foundry', '--ignore-compile', '--foundry-out-directory', out]
  const only = ['--filter-paths', 'node_modules', '--exclude-informational', '--exclude-low', '--exclude-optimization']
  const { stderr } = spawnSync(slither, [...args, ...only, '--json', report], {
    cwd: contracts,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${dirname(forgeProgram())}${delimiter}${process.env.PATH ?? ''}` },
  })
  // It ends with another code than zero whenever it finds anything: what counts is whether it wrote its report.
  if (!existsSync(report)) throw new Error(stderr)
  const { success, results } = readJson(report) as { success: boolean; results: { detectors?: Finding[] } }
  if (!success) throw new Error(stderr)
  return results.detectors ?? []
}

mkdirSync(home, { recursive: true })
const slither = installed()
if (!slither) {
  console.log('Skipped: Slither is not installed, and pip could not install it.')
  process.exit(0)
}
build()
const found = analyse(slither)
const { open, stale } = judge(found, readJson(join(contracts, 'slither.triage.json')) as Triaged[])
for (const { check, impact, description } of open) console.log(`✗ ${impact} ${check}: ${description}`)
for (const { check, where } of stale) console.log(`✗ ${check} at ${where} is explained but no longer found.`)
const at = (impact: string) => open.filter((finding) => finding.impact === impact).length
console.log(`${at('High')} high, ${at('Medium')} medium, ${found.length - open.length} explained`)
process.exit(open.length + stale.length === 0 ? 0 : 1)

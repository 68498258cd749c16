// Proofs instead of examples: `npm run test:contracts:symbolic`. Halmos runs the checks of contracts/test/symbolic on unknown numbers
// and asks a solver for any that break one. Skipped where Halmos neither is nor can be installed.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { copyFolders, scratchProject, SOLC } from './proofs/scratch-project'
import { forgeProgram } from './stack/forge-program'

const VERSION = '0.3.3'
const root = join(import.meta.dirname, '..')
const home = join(root, '.data/symbolic')
const venv = join(home, 'venv')
const own = join(venv, 'bin/halmos')

const works = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0

function installed(): string | null {
  for (const program of [own, 'halmos']) if (works(program)) return program
  console.log(`Installing Halmos ${VERSION} into .data/symbolic …`)
  const made = spawnSync('python3', ['-m', 'venv', venv], { stdio: 'ignore' }).status === 0
  if (made) spawnSync(join(venv, 'bin/pip'), ['install', '--quiet', `halmos==${VERSION}`], { stdio: 'ignore' })
  return works(own) ? own : null
}

mkdirSync(home, { recursive: true })
const halmos = installed()
if (!halmos) {
  console.log('Skipped: Halmos is not installed, and pip could not install it.')
  process.exit(0)
}
// Halmos runs what it finds built, also of a check that is no longer there.
rmSync(join(home, 'out'), { recursive: true, force: true })
rmSync(join(home, 'cache'), { recursive: true, force: true })
scratchProject(home, SOLC, ['optimizer = true', 'optimizer_runs = 10000'])
copyFolders(home, ['src/libraries', 'src/types', 'src/interfaces', 'test/symbolic'])
// Twelve months are the longest loop. A minute for each question, one question at a time: the machine is shared.
const bounds = ['--loop', '12', '--solver-timeout-assertion', '60s', '--solver-threads', '1']
const { status } = spawnSync(halmos, [...bounds, ...process.argv.slice(2)], {
  cwd: home,
  stdio: 'inherit',
  env: { ...process.env, PATH: `${dirname(forgeProgram())}${delimiter}${process.env.PATH ?? ''}` },
})
process.exit(status ?? 1)

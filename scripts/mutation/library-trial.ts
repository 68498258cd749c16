// A library's code becomes part of the contract that uses it, so its tests are compiled again for every mutant. Many mutants go
// into one build, each with its own copy of what imports the library; what does not is shared.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PLAIN_SOLC, scratchProject } from '../proofs/scratch-project'
import { BuildFailed, failuresOf, forge, homeOf, MUTATION_SETTINGS, test } from './forge-run'
import { compiling, sameCode } from './library-code'
import type { Mutant } from './mutants'
import { closureOf, filesMatching, moved, read } from './sources'
import type { Outcome, Trial } from './trial'

const BATCH = 48
const ORIGINAL = 'original'

type File = readonly [path: string, content: string]

/** One library and some of its tests. */
interface Layout {
  home: string
  target: string
  /** Files that a mutant has a copy of: tests, the library, and what lies between. */
  own: ReadonlySet<string>
  shared: readonly string[]
}

function layoutOf(home: string, target: string, tests: readonly string[]): Layout {
  const all = [...closureOf([target, ...tests])]
  const own = new Set(all.filter((path) => tests.includes(path) || closureOf([path]).has(target)))
  return { home, target, own, shared: all.filter((path) => !own.has(path)) }
}

const sharedFiles = ({ shared }: Layout): File[] =>
  shared.map((path) => [`cases/shared/${path}`, moved(path, read(path), (other) => `cases/shared/${other}`)])

function ownFiles({ own, target }: Layout, folder: string, content: string): File[] {
  const placeOf = (path: string) => `cases/${own.has(path) ? folder : 'shared'}/${path}`
  return [...own].map((path) => [placeOf(path), moved(path, path === target ? content : read(path), placeOf)])
}

function write(home: string, files: readonly File[]): void {
  for (const name of ['cases', 'out', 'cache']) rmSync(join(home, name), { recursive: true, force: true })
  for (const [path, content] of files) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), content)
  }
}

/** The first test that fails, by the mutant's name. A mutant that its tests cannot be compiled with has no entry but null. */
function firstFailures(layout: Layout, mutants: readonly Mutant[], runs: number): ReadonlyMap<string, string | null> {
  const { home, target } = layout
  const byFolder = new Map(mutants.map((mutant, i) => [`m${i}`, mutant]))
  const cases = [...byFolder].flatMap(([folder, { content }]) => ownFiles(layout, folder, content))
  write(home, [...sharedFiles(layout), ...ownFiles(layout, ORIGINAL, read(target)), ...cases])
  try {
    forge(home, ['build'])
  } catch (error) {
    const [only, another] = mutants
    if (!(error instanceof BuildFailed) || !only) throw error
    if (!another) return new Map([[only.name, null]])
    const half = Math.ceil(mutants.length / 2)
    const halves = [mutants.slice(0, half), mutants.slice(half)]
    return new Map(halves.flatMap((some) => [...firstFailures(layout, some, runs)]))
  }
  const failures = new Map<string, string>()
  for (const [path, suite] of Object.entries(test(home, [], runs))) {
    const folder = path.split('/')[1] ?? ''
    const [failure] = failuresOf(suite)
    if (failure && folder === ORIGINAL) throw new Error(`${target} as it is fails: ${failure}`)
    const mutant = byFolder.get(folder)
    if (failure && mutant) failures.set(mutant.name, failure)
  }
  return failures
}

function tryBatch(home: string, target: string, stages: readonly Layout[], mutants: readonly Mutant[], runs: number) {
  const outcomes = new Map<string, Outcome>(mutants.map(({ name }) => [name, { result: 'not compiled' }]))
  let alive = compiling(home, target, mutants)
  for (const layout of stages) {
    if (alive.length === 0) break
    const failures = firstFailures(layout, alive, runs)
    for (const [name, by] of failures) if (by !== null) outcomes.set(name, { result: 'killed', by })
    alive = alive.filter(({ name }) => !failures.has(name))
  }
  const same = sameCode(home, target, alive)
  for (const { name } of alive) outcomes.set(name, { result: same.has(name) ? 'same code' : 'survived' })
  return outcomes
}

/** The library's own tests first, then the others on what they left alive. */
export const libraryTrial: Trial = (target, patterns, mutants, done, runs) => {
  const home = homeOf(target.replaceAll('/', '-'))
  scratchProject(home, PLAIN_SOLC, ['src = "cases"', 'test = "cases"', ...MUTATION_SETTINGS])
  const stages = patterns.map((pattern) => layoutOf(home, target, filesMatching([pattern])))
  for (let i = 0; i < mutants.length; i += BATCH) {
    done(tryBatch(home, target, stages, mutants.slice(i, i + BATCH), runs))
  }
}

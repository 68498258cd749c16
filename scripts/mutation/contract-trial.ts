// A contract is deployed by the tests from a file, so they are compiled once, and the file holds one mutant after the other.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { copyFolders, scratchProject, SOLC } from '../proofs/scratch-project'
import { failuresOf, forge, homeOf, MUTATION_SETTINGS, test } from './forge-run'
import { importFrom, solc } from './syntax'
import { closureOf, filesMatching, read } from './sources'
import type { Outcome, Trial } from './trial'

/** What is deployed of a source that is only part of a contract. */
const WHOLE: Record<string, string> = { SettlementRun: 'Settlement' }
const home = homeOf('contracts')
/** Where the tests find what they deploy (contracts/test/market/Deployed.sol). */
const TRIED = 'tried'

interface Artifact {
  bytecode: { object: string }
}

const deployedOf = (target: string): string => WHOLE[basename(target, '.sol')] ?? basename(target, '.sol')

const artifactOf = (name: string): Artifact =>
  JSON.parse(readFileSync(join(home, `out/${name}.sol/${name}.json`), 'utf8')) as Artifact

const put = (name: string, code: string) => {
  const artifact = artifactOf(name)
  const file = join(home, TRIED, `${name}.sol/${name}.json`)
  writeFileSync(file, JSON.stringify({ ...artifact, bytecode: { ...artifact.bytecode, object: `0x${code}` } }))
}

function prepare(target: string, patterns: readonly string[]): void {
  scratchProject(home, SOLC, MUTATION_SETTINGS)
  copyFolders(home, ['src'])
  for (const path of closureOf([target, ...filesMatching(patterns)])) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), read(path))
  }
  forge(home, ['build'])
  rmSync(join(home, TRIED), { recursive: true, force: true })
  cpSync(join(home, 'out'), join(home, TRIED), { recursive: true })
}

/** The code that deploys the contract, or null if it does not compile. */
function codeOf(target: string, content: string): string | null {
  const name = deployedOf(target)
  const whole = `src/${name}.sol`
  const sources = Object.fromEntries(
    [...closureOf([whole])].map((path) => [path, { content: path === target ? content : read(path) }]),
  )
  const settings = {
    evmVersion: 'osaka',
    optimizer: { enabled: true, runs: 10_000 },
    metadata: { bytecodeHash: 'none', appendCBOR: false },
    outputSelection: { [whole]: { [name]: ['evm.bytecode.object'] } },
  }
  const input = JSON.stringify({ language: 'Solidity', sources, settings })
  const output = JSON.parse(solc.compile(input, { import: importFrom(home) })) as {
    errors?: { severity: string }[]
    contracts?: Record<string, Record<string, { evm: { bytecode: { object: string } } }>>
  }
  if (output.errors?.some(({ severity }) => severity === 'error')) return null
  return output.contracts?.[whole]?.[name]?.evm.bytecode.object ?? null
}

function firstFailure(pattern: string, runs: number): string | null {
  const suites = test(home, ['--fail-fast', '--match-path', pattern], runs, { MARKET_ARTIFACTS: TRIED })
  if (Object.keys(suites).length === 0) throw new Error(`No test matches ${pattern}.`)
  for (const [name, suite] of Object.entries(suites)) {
    const [failure] = failuresOf(suite)
    if (failure) return `${name.split(':')[1]}.${failure}`
  }
  return null
}

/** The tests are patterns of paths, tried one after the other: the ones that prove the contract first, then the rest. */
export const contractTrial: Trial = (target, patterns, mutants, done, runs) => {
  prepare(target, patterns)
  const name = deployedOf(target)
  const original = codeOf(target, read(target))
  if (`0x${original}` !== artifactOf(name).bytecode.object) throw new Error(`${name} was compiled in two ways.`)
  const broken = patterns.map((pattern) => firstFailure(pattern, runs)).find((failure) => failure !== null)
  if (broken) throw new Error(`${name} as it is fails: ${broken}`)
  const tried = (content: string): Outcome => {
    const code = codeOf(target, content)
    if (code === null) return { result: 'not compiled' }
    if (code === original) return { result: 'same code' }
    put(name, code)
    for (const pattern of patterns) {
      const by = firstFailure(pattern, runs)
      if (by) return { result: 'killed', by }
    }
    return { result: 'survived' }
  }
  for (const mutant of mutants) done(new Map([[mutant.name, tried(mutant.content)]]))
}

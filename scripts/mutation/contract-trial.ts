// A contract is deployed by the tests, so they are compiled once, and deploy it from a file that holds one mutant after the other.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { copyFolders, scratchProject, SOLC } from '../proofs/scratch-project'
import { failuresOf, forge, homeOf, MUTATION_SETTINGS, test } from './forge-run'
import { importFrom, solc } from './syntax'
import { closureOf, filesMatching, read } from './sources'
import type { Outcome, Trial } from './trial'

/** Contracts that are tried: tests deploy them from a file. */
const TRIED = ['Settlement', 'Escrow']
const home = homeOf('contracts')
const fileOf = (name: string) => join(home, `${name}.mutant.json`)

interface Artifact {
  bytecode: { object: string }
}

function artifactOf(name: string): Artifact {
  return JSON.parse(readFileSync(join(home, `out/${name}.sol/${name}.json`), 'utf8')) as Artifact
}

const put = (name: string, code: string) => {
  const artifact = artifactOf(name)
  writeFileSync(fileOf(name), JSON.stringify({ ...artifact, bytecode: { ...artifact.bytecode, object: `0x${code}` } }))
}

/** Compiles the tests, each of which then deploys whatever the file of a contract holds. */
function prepare(target: string, patterns: readonly string[]): void {
  scratchProject(home, SOLC, MUTATION_SETTINGS)
  const deploying = new RegExp(`new (${TRIED.join('|')})\\(([^;]*)\\);`, 'g')
  copyFolders(home, ['src'])
  for (const path of closureOf([target, ...filesMatching(patterns)])) {
    const content = read(path).replace(deploying, '$1(vm.deployCode("$1.mutant.json", abi.encode($2)));')
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), content)
  }
  forge(home, ['build'])
  for (const name of TRIED) put(name, artifactOf(name).bytecode.object.slice(2))
}

/** The code that deploys the contract, or null if it does not compile. */
function codeOf(target: string, content: string): string | null {
  const name = basename(target, '.sol')
  const sources = Object.fromEntries(
    [...closureOf([target])].map((path) => [path, { content: path === target ? content : read(path) }]),
  )
  const settings = {
    evmVersion: 'osaka',
    optimizer: { enabled: true, runs: 10_000 },
    metadata: { bytecodeHash: 'none', appendCBOR: false },
    outputSelection: { [target]: { [name]: ['evm.bytecode.object'] } },
  }
  const input = JSON.stringify({ language: 'Solidity', sources, settings })
  const output = JSON.parse(solc.compile(input, { import: importFrom(home) })) as {
    errors?: { severity: string }[]
    contracts?: Record<string, Record<string, { evm: { bytecode: { object: string } } }>>
  }
  if (output.errors?.some(({ severity }) => severity === 'error')) return null
  return output.contracts?.[target]?.[name]?.evm.bytecode.object ?? null
}

function firstFailure(pattern: string, runs: number): string | null {
  const suites = test(home, ['--fail-fast', '--match-path', pattern], runs)
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
  const name = basename(target, '.sol')
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

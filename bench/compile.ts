// Compiles what a benchmark deploys with one compiler and one set of settings: those of contracts/foundry.toml.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import solc from 'solc'
import type { Abi, Hex } from 'viem'

export interface Artifact {
  abi: Abi
  bytecode: Hex
}

const ROOT = join(import.meta.dirname, '..')

const SETTINGS = {
  evmVersion: 'osaka',
  viaIR: true,
  optimizer: { enabled: true, runs: 10_000 },
  metadata: { bytecodeHash: 'none', appendCBOR: false },
  outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } },
}

interface CompilerOutput {
  errors?: { severity: string; formattedMessage: string }[]
  contracts: Record<string, Record<string, { abi: Abi; evm: { bytecode: { object: string } } }>>
}

function contentOf(path: string) {
  return readFileSync(join(ROOT, path.startsWith('@') ? join('node_modules', path) : path), 'utf8')
}

/** Every contract of these files, and of those they import, by its name. */
export function compile(paths: readonly string[]): Map<string, Artifact> {
  const input = {
    language: 'Solidity',
    sources: Object.fromEntries(paths.map((path) => [path, { content: contentOf(path) }])),
    settings: SETTINGS,
  }
  const findImport = (path: string) => ({ contents: contentOf(path) })
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: findImport })) as CompilerOutput
  const problem = output.errors?.find((error) => error.severity === 'error')
  if (problem) throw new Error(problem.formattedMessage)
  const artifacts = new Map<string, Artifact>()
  for (const contracts of Object.values(output.contracts)) {
    for (const [name, { abi, evm }] of Object.entries(contracts)) {
      artifacts.set(name, { abi, bytecode: `0x${evm.bytecode.object}` })
    }
  }
  return artifacts
}

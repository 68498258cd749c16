import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { forgeProgram } from './forge-program'

const contracts = join(import.meta.dirname, '../../contracts')
const openZeppelin = '../node_modules/@openzeppelin/contracts'

/** Deployed as they are in the library. */
export const FROM_LIBRARY = [
  `${openZeppelin}/access/manager/AccessManager.sol`,
  `${openZeppelin}/utils/cryptography/verifiers/ERC7913P256Verifier.sol`,
]

export interface Artifact {
  abi: { type: string; name?: string; inputs?: { type: string }[] }[]
  bytecode: { object: string }
}

/** Compiles sources as they are deployed (the profile `market` of foundry.toml). */
export function compileMarket(paths: readonly string[] = ['src', ...FROM_LIBRARY]): void {
  const env = { ...process.env, FOUNDRY_PROFILE: 'market' }
  try {
    execFileSync(forgeProgram(), ['build', ...paths], { cwd: contracts, stdio: 'pipe', encoding: 'utf8', env })
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string }
    throw new Error(`The contracts do not compile:\n${stdout ?? ''}${stderr ?? String(error)}`)
  }
}

/** Of a contract that has the name of its file. */
export function marketArtifact(name: string): Artifact {
  return JSON.parse(readFileSync(join(contracts, `out/market/${name}.sol/${name}.json`), 'utf8')) as Artifact
}

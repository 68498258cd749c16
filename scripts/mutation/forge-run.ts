import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { forgeProgram } from '../stack/forge-program'

export interface Suite {
  test_results: Record<string, { status: string; reason?: string | null }>
}

/** Lines of foundry.toml: the project's optimizer, so that what it makes equal counts as equal; no test runs for ever. */
export const MUTATION_SETTINGS = [
  'optimizer = true',
  'optimizer_runs = 10000',
  'gas_limit = 1000000000',
  'ignored_error_codes = [2018, 2072, 5574, 3860, 5667, 5740, 6321, 9302]',
]

/** The same random cases for every mutant. */
const SEED = '0x5eed'

export class BuildFailed extends Error {}

export function forge(home: string, args: readonly string[], env: Record<string, string> = {}): string {
  const { status, stdout, stderr } = spawnSync(forgeProgram(), args, {
    cwd: home,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, ...env },
  })
  if (status !== 0 && args[0] === 'build') throw new BuildFailed(stdout + stderr)
  if (status !== 0 && !stdout.startsWith('{')) throw new Error(stdout + stderr)
  return stdout
}

export function test(
  home: string,
  args: readonly string[],
  fuzzRuns: number,
  also: Record<string, string> = {},
): Record<string, Suite> {
  const env = {
    ...also,
    FOUNDRY_FUZZ_RUNS: `${fuzzRuns}`,
    FOUNDRY_FUZZ_SEED: SEED,
    FOUNDRY_INVARIANT_RUNS: '8',
    FOUNDRY_INVARIANT_DEPTH: '32',
    FOUNDRY_INVARIANT_FAIL_ON_REVERT: 'true',
  }
  const stdout = forge(home, ['test', '--json', ...args], env)
  return JSON.parse(stdout.slice(stdout.indexOf('{'))) as Record<string, Suite>
}

export const failuresOf = (suite: Suite): readonly string[] =>
  Object.entries(suite.test_results).flatMap(([name, { status, reason }]) =>
    status === 'Success' ? [] : [`${name} ${reason ?? ''}`],
  )

export const homeOf = (name: string): string => join(import.meta.dirname, '../../.data/mutation', name)

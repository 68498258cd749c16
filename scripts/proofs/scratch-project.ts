import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** The compiler with its optimizer, and almost without: quicker, and each line keeps an instruction of its own. */
export const SOLC = join(root, 'contracts/solc.cjs')
export const PLAIN_SOLC = join(root, 'scripts/proofs/plain-solc.cjs')

/** What Solidity imports from packages, and the folder that a project keeps it in. */
const PACKAGES = [
  ['@openzeppelin/contracts/', 'node_modules/@openzeppelin/contracts'],
  ['forge-std/', 'node_modules/@layerzerolabs/toolbox-foundry/lib/forge-std'],
] as const

/**
 * A Forge project that owns all its files. Forge's coverage looks for imports next to the file that has them, by a path inside
 * the project, so the packages have to be inside too; and mutants must never be written over the sources of this repository.
 * @param settings Lines of the default profile, in front of what the profile always has.
 */
export function scratchProject(home: string, solc: string, settings: readonly string[] = []): void {
  for (const name of ['src', 'test', 'vectors']) rmSync(join(home, name), { recursive: true, force: true })
  mkdirSync(home, { recursive: true })
  for (const [, folder] of PACKAGES) {
    cpSync(join(root, folder), join(home, folder), {
      recursive: true,
      filter: (path) => !path.endsWith('.json') && !path.includes('/.git'),
    })
  }
  cpSync(join(root, 'contracts/vectors'), join(home, 'vectors'), { recursive: true })
  const remappings = PACKAGES.map(([name, folder]) => `"${name}=${folder}/"`).join(', ')
  const lines = [
    '[profile.default]',
    `solc = ${JSON.stringify(solc)}`,
    'libs = ["node_modules"]',
    'auto_detect_remappings = false',
    `remappings = [${remappings}]`,
    'offline = true',
    'evm_version = "osaka"',
    'ignored_warnings_from = ["node_modules"]',
    'bytecode_hash = "none"',
    'cbor_metadata = false',
    'fs_permissions = [{ access = "read", path = "." }]',
    ...settings,
    '[lint]',
    'lint_on_build = false',
  ]
  writeFileSync(join(home, 'foundry.toml'), `${lines.join('\n')}\n`)
}

/** Folders of the contracts, as they are. */
export function copyFolders(home: string, names: readonly string[]): void {
  for (const name of names) cpSync(join(root, 'contracts', name), join(home, name), { recursive: true })
}

/** Where an import from a package is in the project. */
export function packagePath(imported: string): string {
  const [name, folder] = PACKAGES.find(([start]) => imported.startsWith(start)) ?? ['', '.']
  return `${folder}/${imported.slice(name.length)}`
}

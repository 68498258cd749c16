// Writes contracts/generated from the compiled contracts: abis.ts (one ABI per contract, every error of all of them, and
// the names of the formulas) and bytecode.json; and the list of the formulas' TypeScript twins. With --check it only
// compares, and fails when a file is stale.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { formulaKey } from '../lib/domain/offers/formulas/formula-key'
import { compileMarket, FROM_LIBRARY, marketArtifact, type Artifact as MarketArtifact } from './stack/forge-market'

const root = join(import.meta.dirname, '..')
const contracts = join(root, 'contracts')
type AbiItem = MarketArtifact['abi'][number]
type Artifact = { name: string; abi: AbiItem[]; bytecode: string }

function readArtifacts(): Artifact[] {
  const own = ['src', 'src/formulas'].flatMap((folder) =>
    readdirSync(join(contracts, folder)).filter((file) => file.endsWith('.sol')),
  )
  return [...own, ...FROM_LIBRARY.map((path) => basename(path))]
    .map((file) => {
      const name = file.replace(/\.sol$/, '')
      const { abi, bytecode } = marketArtifact(name)
      return { name, abi, bytecode: bytecode.object }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

const signature = (item: AbiItem) => `${item.name}(${(item.inputs ?? []).map(({ type }) => type).join()})`

/** Every error that any contract can answer with, once: a refusal from a contract further down has a name too. */
function allErrors(artifacts: Artifact[]): AbiItem[] {
  const errors = artifacts.flatMap(({ abi }) => abi.filter(({ type }) => type === 'error'))
  const bySignature = new Map(errors.map((error) => [signature(error), error]))
  return [...bySignature].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, error]) => error)
}

/** OpenZeppelinName → openZeppelinName, ERC7913P256Verifier → erc7913P256Verifier. */
const constantName = (name: string) =>
  name.replace(/^[A-Z]+(?=[A-Z][a-z]|\d|$)|^[A-Z]/, (start) => start.toLowerCase()) + 'Abi'

const FORMULAS = 'lib/domain/offers/formulas'

/** Of every contract src/formulas/<Name>Formula.sol. */
function formulaNames(): string[] {
  const files = readdirSync(join(contracts, 'src/formulas')).filter((file) => file.endsWith('Formula.sol'))
  return files.map((file) => file.replace(/Formula\.sol$/, '')).sort()
}

/** Each formula's twin is the file of its name, and exports a constant of its name. */
function listTwins(names: string[]): string {
  const lines = names.map((name) => {
    const file = formulaKey(name)
    if (!existsSync(join(root, FORMULAS, `${file}.ts`)))
      throw new Error(`${name}Formula has no twin ${FORMULAS}/${file}.ts`)
    return `export { ${name.charAt(0).toLowerCase()}${name.slice(1)} } from '../${file}'\n`
  })
  return ['// Written by scripts/generate.ts from contracts/src/formulas. Do not edit.\n', ...lines].join('')
}

function generate(): Record<string, string> {
  const artifacts = readArtifacts()
  const formulas = formulaNames()
  const constant = (name: string, abi: AbiItem[]) => `export const ${name} = ${JSON.stringify(abi, null, 2)} as const\n`
  const abis = [
    '// Written by scripts/generate.ts from the compiled contracts. Do not edit.\n',
    ...artifacts.map(({ name, abi }) => constant(constantName(name), abi)),
    constant('errorsAbi', allErrors(artifacts)),
    `export const FORMULA_CONTRACTS = ${JSON.stringify(
      formulas.map((name) => `${name}Formula`),
      null,
      2,
    )} as const\n`,
  ]
  const bytecode = artifacts.filter((artifact) => artifact.bytecode !== '0x')
  return {
    [`${FORMULAS}/generated/twins.ts`]: listTwins(formulas),
    'contracts/generated/abis.ts': abis.join('\n'),
    'contracts/generated/bytecode.json':
      JSON.stringify(Object.fromEntries(bytecode.map((one) => [one.name, one.bytecode])), null, 2) + '\n',
  }
}

compileMarket()
const stale: string[] = []
for (const [name, text] of Object.entries(generate())) {
  const file = join(root, name)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
  stale.push(name)
  if (process.argv.includes('--check')) continue
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
if (!process.argv.includes('--check')) console.log(stale.length > 0 ? `Written: ${stale.join(', ')}` : 'Already fresh.')
else if (stale.length > 0) {
  console.error(`Not what the contracts compile to: ${stale.join(', ')}. Run npm run generate and commit the result.`)
  process.exit(1)
}

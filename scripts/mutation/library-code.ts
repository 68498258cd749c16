// Which mutants of a library are programs of their own. A library's functions are internal: only those that are called become
// code. To compare whole libraries, all their functions are made public first.
import type { Mutant } from './mutants'
import { closureOf, moved, read } from './sources'
import { importFrom, solc } from './syntax'

interface Output {
  errors?: { severity: string; formattedMessage: string; sourceLocation?: { file: string } }[]
  contracts?: Record<string, Record<string, { evm: { bytecode: { object: string } } }>>
}

const ORIGINAL = 'original'

const openedUp = (content: string) => content.replace(/(function\s+\w+\([^)]*\)\s+)internal\b/g, '$1public')

function sourcesOf(target: string, versions: ReadonlyMap<string, string>): Record<string, { content: string }> {
  const others = [...closureOf([target])].filter((path) => path !== target)
  const placeOf = (path: string) => `shared/${path}`
  const own = [...versions].map(([name, content]) => [
    `${name}/${target}`,
    { content: openedUp(moved(target, content, placeOf)) },
  ])
  const shared = others.map((path) => [placeOf(path), { content: moved(path, read(path), placeOf) }])
  return Object.fromEntries([...own, ...shared]) as Record<string, { content: string }>
}

function compile(home: string, target: string, versions: ReadonlyMap<string, string>, withCode: boolean): Output {
  const paths = [...versions.keys()].map((name) => `${name}/${target}`)
  const wanted = withCode ? { '*': ['evm.bytecode.object'] } : { '': ['ast'] }
  const settings = {
    evmVersion: 'osaka',
    optimizer: { enabled: true, runs: 10_000 },
    metadata: { bytecodeHash: 'none', appendCBOR: false },
    outputSelection: Object.fromEntries(paths.map((path) => [path, wanted])),
  }
  const input = { language: 'Solidity', sources: sourcesOf(target, versions), settings }
  return JSON.parse(solc.compile(JSON.stringify(input), { import: importFrom(home) })) as Output
}

function failed({ errors = [] }: Output): ReadonlySet<string> {
  const grave = errors.filter(({ severity }) => severity === 'error')
  return new Set(
    grave.map(({ sourceLocation, formattedMessage }) => sourceLocation?.file.split('/')[0] ?? formattedMessage),
  )
}

/** The mutants that compile. */
export function compiling(home: string, target: string, mutants: readonly Mutant[]): readonly Mutant[] {
  const versions = new Map([[ORIGINAL, read(target)], ...mutants.map(({ content }, i) => [`m${i}`, content] as const)])
  for (;;) {
    // The compiler stops at the first stage that finds a mistake: what is left may have one of a later stage.
    const broken = failed(compile(home, target, versions, false))
    if (broken.size === 0) return mutants.filter((_, i) => versions.has(`m${i}`))
    for (const name of broken) if (name === ORIGINAL || !versions.delete(name)) throw new Error(name)
  }
}

/** The names of mutants that the optimizer makes the library as it is. */
export function sameCode(home: string, target: string, mutants: readonly Mutant[]): ReadonlySet<string> {
  if (mutants.length === 0) return new Set()
  const versions = new Map([[ORIGINAL, read(target)], ...mutants.map(({ content }, i) => [`m${i}`, content] as const)])
  const output = compile(home, target, versions, true)
  for (const error of failed(output)) throw new Error(error)
  const codeIn = (folder: string) =>
    Object.values(output.contracts?.[`${folder}/${target}`] ?? {})
      .map(({ evm }) => evm.bytecode.object)
      .join('')
  const original = codeIn(ORIGINAL)
  if (original.length < 200) throw new Error(`${target} has no code to compare with.`)
  return new Set(mutants.filter((_, i) => codeIn(`m${i}`) === original).map(({ name }) => name))
}

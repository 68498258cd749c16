import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { packagePath } from '../proofs/scratch-project'

/** A node of the compiler's syntax tree, with what the operators look at. Offsets count bytes. */
export interface SyntaxNode {
  nodeType: string
  src: string
  name?: string
  operator?: string
  prefix?: boolean
  kind?: string
  value?: string
  hexValue?: string
  memberName?: string
  [child: string]: unknown
}

interface Solc {
  compile: (input: string, callbacks?: object) => string
}

export const solc = createRequire(import.meta.url)('solc') as Solc

export const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'nodeType' in value && 'src' in value

/** The children of a node in the order of the source, each with the name it has in its parent. */
export function childrenOf(node: SyntaxNode): readonly (readonly [string, SyntaxNode])[] {
  return Object.entries(node).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).filter(isNode).map((child) => [name, child] as const),
  )
}

export function rangeOf({ src }: SyntaxNode): { start: number; end: number } {
  const [start = 0, length = 0] = src.split(':').map(Number)
  return { start, end: start + length }
}

/** Only parsed: imports are not looked up. */
export function parse(path: string, content: string): SyntaxNode {
  const input = {
    language: 'Solidity',
    sources: { [path]: { content } },
    settings: { stopAfter: 'parsing', outputSelection: { '*': { '': ['ast'] } } },
  }
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as { sources?: Record<string, { ast?: SyntaxNode }> }
  const ast = output.sources?.[path]?.ast
  if (!ast) throw new Error(`${path} cannot be parsed.`)
  return ast
}

/** How the compiler gets the packages of a scratch project. */
export const importFrom = (home: string) => (path: string) => {
  const file = join(home, packagePath(path))
  return existsSync(file) ? { contents: readFileSync(file, 'utf8') } : { error: `${path} is not there.` }
}

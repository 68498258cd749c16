import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

const contracts = join(import.meta.dirname, '../../contracts')
const IMPORT = /(import\s[^;]*?")([^"]+)(";)/g

export const read = (path: string): string => readFileSync(join(contracts, path), 'utf8')

/** Where an import leads, if it leads to a file of ours. */
const target = (from: string, imported: string): string | null =>
  imported.startsWith('.') ? posix.join(posix.dirname(from), imported) : null

export function importsOf(path: string): readonly string[] {
  return [...read(path).matchAll(IMPORT)].flatMap(([, , imported = '']) => target(path, imported) ?? [])
}

/** The files and all that they import, and so on. */
export function closureOf(paths: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>()
  const visit = (path: string) => {
    if (all.has(path)) return
    all.add(path)
    importsOf(path).forEach(visit)
  }
  paths.forEach(visit)
  return all
}

/** The same source for another place: each import of ours gets the path that `placeOf` gives it. */
export function moved(path: string, content: string, placeOf: (path: string) => string): string {
  return content.replace(IMPORT, (all, before: string, imported: string, after: string) => {
    const found = target(path, imported)
    return found ? `${before}${placeOf(found)}${after}` : all
  })
}

/** Test files by their paths, or by patterns such as `test/{Escrow,Settlement}*`. */
export function filesMatching(patterns: readonly string[]): readonly string[] {
  const expressions = patterns.map((pattern) => {
    const parts = pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*')
    return new RegExp(`^${parts.replace(/\{([^}]*)\}/g, (_, names: string) => `(${names.replaceAll(',', '|')})`)}$`)
  })
  return readdirSync(join(contracts, 'test'), { recursive: true, encoding: 'utf8' })
    .map((file) => `test/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.t.sol') && expressions.some((expression) => expression.test(file)))
}

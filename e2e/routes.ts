/** Every page and every handler of the app, read from its folders: one that is added is in every test that walks them. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
export type Method = (typeof METHODS)[number]

export interface Route {
  /** As the folders say it: `/consumer/bills/[id]`. */
  pattern: string
  kind: 'page' | 'handler'
  methods: Method[]
  /** Whether what follows the question mark can change what it shows. */
  readsQuery: boolean
}

export function routes(): Route[] {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => /(^|[\\/])(page\.tsx|route\.ts)$/.test(file))
    .map((file) => routeOf(file))
    .sort((a, b) => a.pattern.localeCompare(b.pattern))
}

function routeOf(file: string): Route {
  const source = readFileSync(join('app', file), 'utf8')
  const folders = dirname(file)
    .split(sep)
    .filter((folder) => folder !== '.' && !/^\(.*\)$/.test(folder))
  const kind = file.endsWith('page.tsx') ? 'page' : 'handler'
  return {
    pattern: `/${folders.join('/')}`,
    kind,
    methods: kind === 'page' ? ['GET'] : methodsIn(source),
    readsQuery: /searchParams|usageDownload/.test(source),
  }
}

/** `export function GET`, `export const GET` or `export { handler as GET }`. */
function methodsIn(source: string): Method[] {
  return METHODS.filter((method) =>
    new RegExp(`export (async )?(function|const) ${method}\\b|export \\{[^}]*\\b${method}\\b[^}]*\\}`).test(source),
  )
}

/**
 * Every message is said somewhere: what the program can ask for is read from its source with TypeScript's own types, so that
 * t(`class.${offer.customerClass}`) counts as 'class.Household' and 'class.Business'.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import en from '@/messages/en.json'

const ROOT = join(import.meta.dirname, '../..')
const SOURCES = /\/(app|components|lib|scripts|prisma)\/.*(?<!\.(test|spec|sample))\.tsx?$/

interface Said {
  /** Every string literal, and every value a template can take as far as its type tells. */
  texts: Set<string>
  /** Templates whose parts may be any text, under the namespaces that are named in the same file. */
  patterns: { namespaces: string[]; key: RegExp }[]
}

function program(): ts.Program {
  const config = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => readFileSync(path, 'utf8'))
  const { fileNames, options } = ts.parseJsonConfigFileContent(config.config, ts.sys, ROOT)
  return ts.createProgram(
    fileNames.filter((file) => SOURCES.test(file) || file.endsWith('.d.ts')),
    { ...options, noEmit: true },
  )
}

function saidIn(all: ts.Program, namespaces: ReadonlySet<string>): Said {
  const checker = all.getTypeChecker()
  const said: Said = { texts: new Set(), patterns: [] }
  for (const file of all.getSourceFiles()) {
    if (file.fileName.includes('node_modules') || !SOURCES.test(file.fileName)) continue
    const literals = new Set<string>()
    const keys: RegExp[] = []
    visit(file, (node) => {
      if (ts.isStringLiteralLike(node)) literals.add(node.text)
      if (!ts.isTemplateExpression(node)) return
      const values = literalsOf(checker.getTypeAtLocation(node))
      if (values) values.forEach((value) => said.texts.add(value))
      else if (askerOf(node) === 'words') said.patterns.push({ namespaces: ['formulas'], key: patternOf(node) })
      else if (askerOf(node)) keys.push(patternOf(node))
    })
    literals.forEach((text) => said.texts.add(text))
    const named = [...literals].filter((text) => namespaces.has(text))
    said.patterns.push(...keys.map((key) => ({ namespaces: named, key })))
  }
  return said
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node)
  ts.forEachChild(node, (child) => visit(child, see))
}

/** Null if the type holds anything but known texts. */
function literalsOf(type: ts.Type): string[] | null {
  const parts = type.isUnion() ? type.types : [type]
  const texts = parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []))
  return texts.length === parts.length ? texts : null
}

/** Who is asked for what a template says: a translator, as in t(`…`) or t.has(`…` as 'x'), or `useFormulaWords`. */
function askerOf(template: ts.TemplateExpression): string | null {
  const outer = ts.isAsExpression(template.parent) ? template.parent : template
  const call = outer.parent
  if (!ts.isCallExpression(call) || call.arguments[0] !== outer) return null
  return /^(t|words|tell)\b|T$/.exec(call.expression.getText())?.[0] ?? null
}

function patternOf({ head, templateSpans }: ts.TemplateExpression): RegExp {
  const escaped = [head.text, ...templateSpans.map(({ literal }) => literal.text)].map((text) =>
    text.replaceAll('.', '\\.'),
  )
  return new RegExp(`^${escaped.join('.+')}$`)
}

type Messages = { [key: string]: string | Messages }

function pathsOf(messages: Messages, path: string[] = []): string[][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[...path, key]] : pathsOf(value, [...path, key]),
  )
}

/** A namespace and a key under it, or the whole path at once. */
function isSaid(path: readonly string[], { texts, patterns }: Said): boolean {
  if (texts.has(path.join('.'))) return true
  return path.slice(1).some((_, index) => {
    const namespace = path.slice(0, index + 1).join('.')
    const key = path.slice(index + 1).join('.')
    if (texts.has(namespace) && texts.has(key)) return true
    return patterns.some((pattern) => pattern.namespaces.includes(namespace) && pattern.key.test(key))
  })
}

it('no message is left that nothing says', { timeout: 240_000 }, () => {
  const paths = pathsOf(en)
  const namespaces = new Set(
    paths.flatMap((path) => path.slice(1).map((_, index) => path.slice(0, index + 1).join('.'))),
  )
  const said = saidIn(program(), namespaces)
  expect(paths.filter((path) => !isSaid(path, said)).map((path) => path.join('.'))).toEqual([])
})

/**
 * Each page hands its parts in the browser the messages they ask for. What they ask for is read from the source: from every
 * component marked 'use client' that a page reaches, all that it imports, at once or later.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import en from '@/messages/en.json'

const ROOT = join(import.meta.dirname, '../..')
const EVERYWHERE = ['app/layout.tsx', 'app/error.tsx', 'app/not-found.tsx']
const GROUPS = Object.keys(en)

interface Source {
  client: boolean
  /** What comes with it, or later without words of its own. */
  imports: string[]
  /** Parts on demand, each with the groups of messages that come with it. */
  parts: { files: string[]; words: string[] }[]
  /** Groups of messages that are asked for. */
  asked: string[]
  /** Groups that a ClientMessages in this file hands on; null if it has none. */
  handed: string[] | null
}

const sources = new Map<string, Source>()

function sourceOf(file: string): Source {
  const known = sources.get(file)
  if (known) return known
  const text = readFileSync(file, 'utf8')
  const parts = text.includes('partOnDemand(') ? partsIn(text) : []
  const specifiers = [
    ...text.matchAll(/(?:^|\n)(?:import|export)(?! type\b)[^'"`;]*?from '([^']+)'|import\('([^']+)'\)/g),
  ]
    .map(([, now, later]) => now ?? later ?? '')
    .filter((specifier) => !parts.some((part) => part.specifier === specifier))
  const source = {
    client: /^'use client'/m.test(text),
    imports: specifiers.flatMap((specifier) => resolved(specifier, file)),
    parts: parts.map(({ specifier, words }) => ({ files: resolved(specifier, file), words })),
    asked: askedIn(text),
    handed: handedIn(text),
  }
  sources.set(file, source)
  return source
}

/** Of each call of partOnDemand what it imports, and the words named after what waits in its place. */
function partsIn(text: string): { specifier: string; words: string[] }[] {
  const found: { specifier: string; words: string[] }[] = []
  function look(node: ts.Node): void {
    ts.forEachChild(node, look)
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'partOnDemand') return
    const [load, , words] = node.arguments
    const specifier = /import\('([^']+)'\)/.exec(load?.getText() ?? '')?.[1]
    if (!specifier) throw new Error(`a part on demand that imports nothing: ${node.getText()}`)
    found.push({
      specifier,
      words: [...(words?.getText() ?? '').matchAll(/'([\w.]+)'/g)].map(([, word]) => word ?? ''),
    })
  }
  look(ts.createSourceFile('part.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
  return found
}

function resolved(specifier: string, from: string): string[] {
  const base = specifier.startsWith('@/')
    ? join(ROOT, specifier.slice(2))
    : specifier.startsWith('.') && join(dirname(from), specifier)
  return base ? [`${base}.tsx`, `${base}.ts`].filter((file) => existsSync(file)).slice(0, 1) : []
}

/** From a translator without a group, the groups that its file names, and those of `refusalKey`. */
function askedIn(text: string): string[] {
  const named = [...text.matchAll(/useTranslations\('([\w.]+)'\)/g)].map(([, group]) => group ?? '')
  if (/\brefusalKey\(/.test(text)) named.push('refusals')
  if (!/useTranslations\(\)/.test(text)) return named
  return [
    ...named,
    ...[...text.matchAll(/['`](\w+)\.[\w$]/g)].flatMap(([, word = '']) => (GROUPS.includes(word) ? [word] : [])),
  ]
}

function handedIn(text: string): string[] | null {
  const lists = [...text.matchAll(/<ClientMessages\s+of=\{(?:\w+ \? )?\[([^\]]*)\]/g)]
  if (lists.length === 0) return null
  return ['ui', ...lists.flatMap(([, list = '']) => [...list.matchAll(/'([\w.]+)'/g)].map(([, group]) => group ?? ''))]
}

/** All that a server component imports, itself included; not what is behind 'use client'. */
function reachOnServer(start: string): Set<string> {
  const seen = new Set([start])
  for (const file of seen) {
    const { client, imports, parts } = sourceOf(file)
    if (!client) [...imports, ...parts.flatMap(({ files }) => files)].forEach((next) => seen.add(next))
  }
  return seen
}

/** What a file in the browser and all that it brings ask for, now or later, but for the words that come with it. */
function askedFrom(start: string): Set<string> {
  const asked = new Set<string>()
  const walked = new Set<string>()
  function walk(file: string, words: readonly string[]): void {
    const step = `${file} ${words.join()}`
    if (walked.has(step)) return
    walked.add(step)
    const source = sourceOf(file)
    for (const group of source.asked) if (!covers(words, group)) asked.add(group)
    for (const next of source.imports) walk(next, words)
    for (const part of source.parts)
      for (const next of part.files) walk(next, [...new Set([...words, ...part.words])].sort())
  }
  walk(start, [])
  return asked
}

function covers(handed: readonly string[], group: string): boolean {
  return handed.some((one) => group === one || group.startsWith(`${one}.`))
}

function askedBy(page: string): Set<string> {
  const doors = [...reachOnServer(page)].filter((file) => sourceOf(file).client)
  return new Set(doors.flatMap((door) => [...askedFrom(door)]))
}

function handedTo(page: string): string[] {
  const own = [...reachOnServer(page)].flatMap((file) => sourceOf(file).handed ?? [])
  if (own.length > 0) return own
  for (let folder = dirname(page); folder.startsWith(join(ROOT, 'app')); folder = dirname(folder)) {
    const layout = join(folder, 'layout.tsx')
    const handed = existsSync(layout) && sourceOf(layout).handed
    if (handed) return handed
  }
  return []
}

function missing(page: string, handed: readonly string[]): string[] {
  return [...askedBy(page)].filter((group) => !covers(handed, group)).sort()
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesUnder(path) : [path]
  })
}

describe('messages in the browser', () => {
  const pages = filesUnder(join(ROOT, 'app')).filter((file) => /\/(page|error|loading)\.tsx$/.test(file))
  it.each(pages.map((page) => relative(ROOT, page)).filter((page) => !EVERYWHERE.includes(page)))('%s', (page) => {
    const path = join(ROOT, page)
    expect(missing(path, handedTo(path))).toEqual([])
  })

  it.each(EVERYWHERE)('%s, around or in place of every page', (file) => {
    expect(missing(join(ROOT, file), handedTo(join(ROOT, 'app/layout.tsx')))).toEqual([])
  })
})

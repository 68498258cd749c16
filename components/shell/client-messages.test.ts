/**
 * Each page hands its parts in the browser the messages they ask for. What they ask for is read from the source: from every
 * component marked 'use client' that a page reaches, all that it imports, at once or later.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import en from '@/messages/en.json'

const ROOT = join(import.meta.dirname, '../..')
const EVERYWHERE = ['app/layout.tsx', 'app/error.tsx', 'app/not-found.tsx']
const GROUPS = Object.keys(en)

interface Source {
  client: boolean
  imports: string[]
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
  const specifiers = [
    ...text.matchAll(/(?:^|\n)(?:import|export)(?! type\b)[^'"`;]*?from '([^']+)'|import\('([^']+)'\)/g),
  ]
  const source = {
    client: /^'use client'/m.test(text),
    imports: specifiers.flatMap(([, now, later]) => resolved(now ?? later ?? '', file)),
    asked: askedIn(text),
    handed: handedIn(text),
  }
  sources.set(file, source)
  return source
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

/** All that a file imports, itself included; from a server component not what is behind 'use client'. */
function reach(start: string, stopAtClient: boolean): Set<string> {
  const seen = new Set([start])
  for (const file of seen) {
    const { client, imports } = sourceOf(file)
    if (!(stopAtClient && client)) imports.forEach((next) => seen.add(next))
  }
  return seen
}

function askedBy(page: string): Set<string> {
  const doors = [...reach(page, true)].filter((file) => sourceOf(file).client)
  return new Set(doors.flatMap((door) => [...reach(door, false)].flatMap((file) => sourceOf(file).asked)))
}

function handedTo(page: string): string[] {
  const own = [...reach(page, true)].flatMap((file) => sourceOf(file).handed ?? [])
  if (own.length > 0) return own
  for (let folder = dirname(page); folder.startsWith(join(ROOT, 'app')); folder = dirname(folder)) {
    const layout = join(folder, 'layout.tsx')
    const handed = existsSync(layout) && sourceOf(layout).handed
    if (handed) return handed
  }
  return []
}

function missing(page: string, handed: readonly string[]): string[] {
  const has = (group: string) => handed.some((one) => group === one || group.startsWith(`${one}.`))
  return [...askedBy(page)].filter((group) => !has(group)).sort()
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

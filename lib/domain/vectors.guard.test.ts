import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** A rule is written twice and proved once: both suites must read every vector file. */
const ROOT = join(import.meta.dirname, '../..')
const VECTORS = readdirSync(join(ROOT, 'contracts/vectors')).filter((name) => name.endsWith('.json'))

function sources(folder: string, ending: string): string {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
  const tests = names.filter((name) => name.endsWith(ending) && !name.includes('node_modules'))
  return tests.map((name) => readFileSync(join(ROOT, folder, name), 'utf8')).join('\n')
}

/** Loaded by its whole file name, so that bill.json is not found in another name that ends in it. */
const loads = (source: string, name: string) => ['/', '"'].some((before) => source.includes(before + name))

const typescript = sources('lib', '.test.ts')
const solidity = sources('contracts/test', '.t.sol')

describe('vectors', () => {
  it('exist', () => {
    expect(VECTORS).not.toEqual([])
  })

  it.each(VECTORS)('%s is read by the TypeScript suite', (name) => {
    expect(loads(typescript, name)).toBe(true)
  })

  it.each(VECTORS)('%s is read by the Solidity suite', (name) => {
    expect(loads(solidity, name)).toBe(true)
  })

  it.each(VECTORS)('%s names every case, once', (name) => {
    const cases = JSON.parse(readFileSync(join(ROOT, 'contracts/vectors', name), 'utf8')) as { name: string }[]
    const names = cases.map((each) => each.name)
    expect(names.every(Boolean)).toBe(true)
    expect(new Set(names).size).toBe(names.length)
  })
})

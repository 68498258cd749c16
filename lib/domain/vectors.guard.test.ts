import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formulaKey } from './offers/formulas/formula-key'
import { FORMULA_NAMES } from './offers/formulas/registry'

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

/** What stands beside the twins and is none. */
const BESIDE_TWINS = ['formula', 'formula-cases.sample', 'formula-key', 'parameter', 'register-rows', 'registry']

function namesIn(folder: string, ending: string): string[] {
  const files = readdirSync(join(ROOT, folder)).filter((file) => file.endsWith(ending))
  return files.map((file) => file.slice(0, -ending.length)).sort()
}

describe('formulas', () => {
  const keys = FORMULA_NAMES.map(formulaKey).sort()
  const solidityTest = readFileSync(join(ROOT, 'contracts/test/formulas/Formulas.t.sol'), 'utf8')
  const typescriptTests = ['lib/domain/offers/formulas/registry.test.ts', 'lib/chain/coding/formula.test.ts']

  it('have each their contract', () => {
    expect(namesIn('contracts/src/formulas', 'Formula.sol').map(formulaKey).sort()).toEqual(keys)
  })

  it('have each their twin', () => {
    const beside = namesIn('lib/domain/offers/formulas', '.ts').filter((name) => !name.endsWith('.test'))
    expect(beside.filter((name) => !BESIDE_TWINS.includes(name))).toEqual(keys)
  })

  it('have each their vector file', () => {
    expect(namesIn('contracts/vectors/formulas', '.json')).toEqual(keys)
  })

  it('are all read by both suites', () => {
    expect(solidityTest).toContain('vm.readDir("vectors/formulas")')
    for (const test of typescriptTests) {
      const source = readFileSync(join(ROOT, test), 'utf8')
      expect(source).toContain('describe.each(FORMULA_NAMES')
      expect(source).toContain('vectorsOf(name)')
    }
  })

  it.each(keys)('%s names every case, once, and has some of both kinds', (key) => {
    const file = readFileSync(join(ROOT, 'contracts/vectors/formulas', `${key}.json`), 'utf8')
    const { cases } = JSON.parse(file) as { cases: { name: string; out: { refusal?: string } }[] }
    expect(cases.every(({ name }) => name)).toBe(true)
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length)
    expect(new Set(cases.map(({ out }) => out.refusal !== undefined)).size).toBe(2)
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keep, recall } from './record'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'mutation-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const outcomes = { a: { result: 'killed', by: 'test' }, b: { result: 'survived' } } as const

describe('what is known of mutants', () => {
  it('is nothing before the first batch', () => {
    expect(recall(join(folder, 'none.json'), 's', 't').outcomes).toEqual({})
  })

  it('is kept while sources and tests are the same', () => {
    keep(join(folder, 'x.json'), { source: 's', tests: 't', outcomes })
    expect(recall(join(folder, 'x.json'), 's', 't').outcomes).toEqual(outcomes)
  })

  it('forgets the survivors with other tests, and all with another source', () => {
    keep(join(folder, 'x.json'), { source: 's', tests: 't', outcomes })
    expect(recall(join(folder, 'x.json'), 's', 'other')).toEqual({
      source: 's',
      tests: 'other',
      outcomes: { a: outcomes.a },
    })
    expect(recall(join(folder, 'x.json'), 'other', 't').outcomes).toEqual({})
  })
})

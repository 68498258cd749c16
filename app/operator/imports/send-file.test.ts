import { describe, expect, it } from 'vitest'
import en from '@/messages/en.json'
import zh from '@/messages/zh.json'
import { queryOf } from './send-file'

const file = new File(['/ISk5'], 'p1 & more.txt')
const asked = { id: 'an-id', file, meter: '', at: null, mapping: null }

describe('what is asked of the import', () => {
  it('is only what is known', () => {
    expect(queryOf(asked).toString()).toBe('id=an-id&name=p1+%26+more.txt')
  })

  it('says when telegrams without a time were read', () => {
    const at = Date.parse('2026-01-31T00:00Z') / 1_000
    expect(Object.fromEntries(queryOf({ ...asked, at, meter: 'M1' }))).toMatchObject({ at: '1769817600', meter: 'M1' })
  })
})

describe.each([
  ['English', en],
  ['Chinese', zh],
])('a capture without a date, in %s', (_, { fileFaults, imports }) => {
  it.each([fileFaults.DsmrTimeMissing, fileFaults.SmlTimeMissing])(
    'is refused with what to do in the page, the API and the command line',
    (sentence) => {
      for (const place of [imports.upload.captured, '?at=', '--at ']) expect(sentence).toContain(place)
    },
  )
})

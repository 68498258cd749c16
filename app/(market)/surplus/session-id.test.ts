import { describe, expect, it } from 'vitest'
import { sessionIdOf } from './session-id'

describe('sessionIdOf', () => {
  it.each([
    ['1', 1n],
    ['9223372036854775807', 9_223_372_036_854_775_807n],
    ['9223372036854775808', null],
    ['0', null],
    ['01', null],
    ['1e3', null],
    ['-1', null],
    ['', null],
    ['１', null],
  ])('%s', (text, id) => expect(sessionIdOf(text)).toBe(id))
})

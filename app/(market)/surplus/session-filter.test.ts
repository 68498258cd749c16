import { describe, expect, it } from 'vitest'
import { choiceHref, parseChoice } from './session-filter'

describe('the address of the list of sessions', () => {
  it.each([
    ['/surplus', {}],
    ['/surplus?kind=exported', { kind: 'Exported' }],
    ['/surplus?kind=contracted&region=42', { kind: 'Contracted', region: 42 }],
  ] as const)('%s', (href, choice) => {
    expect(choiceHref(choice)).toBe(href)
    expect(parseChoice(Object.fromEntries(new URL(href, 'http://x').searchParams))).toEqual(choice)
  })

  it('takes nothing that it does not know', () => expect(parseChoice({ kind: 'Exported', region: '4x' })).toEqual({}))
})

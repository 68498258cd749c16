import { describe, expect, it } from 'vitest'
import { putChoices } from './put-choices'

const agreement = (name: string, some: { region?: number | null; endsAt?: number | null; ended?: boolean } = {}) => ({
  ...{ name, region: 42, endsAt: null, ended: false },
  ...some,
})
const USABLE = { kind: 'Usable', region: 42 } as const
const names = (found: { name: string }[]) => found.map(({ name }) => name)

describe('agreements that credits can be put on', () => {
  it('are those in the region of the credits', () => {
    const all = [agreement('here'), agreement('elsewhere', { region: 43 }), agreement('moved', { region: null })]
    expect(names(putChoices(USABLE, all))).toEqual(['here'])
    expect(names(putChoices({ ...USABLE, region: 43 }, all))).toEqual(['elsewhere'])
  })

  it('have not ended', () =>
    expect(names(putChoices(USABLE, [agreement('over', { ended: true, endsAt: 7 }), agreement('on')]))).toEqual(['on']))

  it('keep their order, but one that is cut comes last', () => {
    const all = [agreement('cut', { endsAt: 9 }), agreement('first'), agreement('second')]
    expect(names(putChoices(USABLE, all))).toEqual(['first', 'second', 'cut'])
  })

  it('are none for energy that was exported or stored: a contract would refuse it', () => {
    expect(putChoices({ ...USABLE, kind: 'Exported' }, [agreement('here')])).toEqual([])
    expect(putChoices({ ...USABLE, kind: 'Stored' }, [agreement('here')])).toEqual([])
  })
})

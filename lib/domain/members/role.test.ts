import { describe, expect, it } from 'vitest'
import { roleBit, rolesOf } from './role'

describe('roles', () => {
  it('have the bit of their code on chain', () => {
    expect((['Retailer', 'Generator', 'Grid', 'Exchange'] as const).map(roleBit)).toEqual([2n, 4n, 8n, 16n])
  })

  it('are read back from the bits', () => {
    expect(rolesOf(roleBit('Grid') | roleBit('Retailer'))).toEqual(['Retailer', 'Grid'])
    expect(rolesOf(0n)).toEqual([])
    expect(rolesOf(1n)).toEqual([])
  })
})

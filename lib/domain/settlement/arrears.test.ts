import { describe, expect, it } from 'vitest'
import cases from '../../../contracts/vectors/arrears.json'
import { PAYEES, type Payee } from '../billing/lines'
import { micro, type Micro } from '../units/units'
import { owed } from './arrears'

describe('owed', () => {
  it.each(cases)('vector: $name', ({ in: given, out }) => {
    const values = given.parts.map((part) => micro(BigInt(part)))
    const parts = Object.fromEntries(PAYEES.map((payee, i) => [payee, values[i]])) as Record<Payee, Micro>
    const total = micro(values.reduce((sum, part) => sum + part, 0n))
    const shares = owed(parts, total, micro(BigInt(given.missing)))
    expect(PAYEES.map((payee) => String(shares[payee]))).toEqual(out.shares)
  })
})

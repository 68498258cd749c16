import { describe, expect, it } from 'vitest'
import { judge, type Finding } from './judge'

const inContract = (contract: string) => ({ parent: { name: contract } })
const finding = (check: string, elements: Finding['elements']): Finding => ({
  check,
  impact: 'Medium',
  description: '',
  elements,
})
const unusedInCheck = finding('unused-return', [{ name: 'check', type_specific_fields: inContract('FlatFormula') }])
const localInDraft = finding('uninitialized-local', [
  { name: 'bill', type_specific_fields: { parent: { name: 'draft', type_specific_fields: inContract('BillLib') } } },
])
const why = 'a reason'

describe('findings', () => {
  it('leaves nothing open when each is explained by its detector and its place', () => {
    const triaged = [
      { check: 'unused-return', where: 'FlatFormula.check', why },
      { check: 'uninitialized-local', where: 'BillLib.draft', why },
    ]
    expect(judge([unusedInCheck, localInDraft], triaged)).toEqual({ open: [], stale: [] })
  })

  it('leaves a finding open that only another detector, or another place, explains', () => {
    const otherDetector = { check: 'uninitialized-local', where: 'FlatFormula.check', why }
    const otherPlace = { check: 'unused-return', where: 'DemandFormula.check', why }
    expect(judge([unusedInCheck], [otherDetector, otherPlace])).toEqual({
      open: [unusedInCheck],
      stale: [otherDetector, otherPlace],
    })
  })
})

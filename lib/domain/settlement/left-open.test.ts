import { expect, it } from 'vitest'
import { micro } from '../units/units'
import { earliestDue, leftOpen } from './left-open'

const january = { agreementId: '0xa', txHash: '0x1', due: 1_000 }
const february = { agreementId: '0xa', txHash: '0x2', due: 2_000 }
const debt = (txHash: string, cause: string, open: bigint) => ({ txHash, cause, open: micro(open) })

it('adds up what one bill left open, and not what other bills of the same agreement did', () => {
  const debts = [debt('0x1', '0xa', 5n), debt('0x2', '0xa', 7n), debt('0x2', '0xa', 11n)]
  expect(leftOpen(january, debts)).toBe(5n)
  expect(leftOpen(february, debts)).toBe(18n)
})

it('counts what a later run of the bill charged in addition', () => {
  const debts = [debt('0x1', '0xa', 5n), debt('0x3', '0xa', 7n)]
  expect(leftOpen({ ...january, runs: [{ txHash: '0x3' }] }, debts)).toBe(12n)
})

it('leaves out what another agreement owes from the same transaction', () => {
  expect(leftOpen(january, [debt('0x1', '0xb', 5n)])).toBe(0n)
})

it('does not take the day of a bill that was paid since for the day that the next one is due', () => {
  expect(earliestDue([january, february], [debt('0x2', '0xa', 7n)])).toBe(2_000)
  expect(earliestDue([january, february], [debt('0x2', '0xa', 7n), debt('0x1', '0xa', 1n)])).toBe(1_000)
})

it('knows no day where nothing is open or the debt comes from no bill', () => {
  expect(earliestDue([january], [])).toBeNull()
  expect(earliestDue([january], [debt('0x9', '0xa', 7n)])).toBeNull()
})

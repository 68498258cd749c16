import { describe, expect, it } from 'vitest'
import { decodeEventLog } from 'viem'
import { meterRegistryAbi } from '@/contracts/generated/abis'
import type { Hex } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { checkDay, DAY_CHECKS, isProven, rootOfFigures, type DayCheck, type Finding } from './check-day'
import { chainWord, correctedLog, recordedLog, sampleMarket, sampleProof, sampleRead } from './check-day.sample'
import type { DayProof } from './day-proof'
import { recordedReads } from './recorded-root'

const findings = (changes: Partial<Record<DayCheck, Finding>>, others: Finding = 'right') => ({
  ...Object.fromEntries(DAY_CHECKS.map((check) => [check, others])),
  ...changes,
})

describe('checkDay', () => {
  it('finds a day right whose root is on the chain', () => {
    const found = checkDay(sampleProof(), sampleMarket, chainWord())
    expect(found).toEqual(findings({}))
    expect(isProven(found)).toBe(true)
  })

  it('finds figures wrong that were changed, and the record still there', () => {
    const file = sampleProof()
    const importWh = file.day.importWh.map((value, index) => wh(index === 40 ? value + 1n : value))
    const found = checkDay({ ...file, day: { ...file.day, importWh } }, sampleMarket, chainWord())
    expect(found).toEqual(findings({ figures: 'wrong' }))
    expect(isProven(found)).toBe(false)
  })

  it('does not take a root made to fit changed figures: the chain has no record of it', () => {
    const file = sampleProof()
    const changed: DayProof = { ...file, day: { ...file.day, importWh: file.day.importWh.map(() => wh(1n)) } }
    const forged = { ...changed, read: { ...file.read, intervalRoot: rootOfFigures(changed) } }
    expect(checkDay(forged, sampleMarket, chainWord())).toEqual(
      findings({ root: 'wrong', read: 'unknown', signature: 'unknown' }),
    )
  })

  it('does not take another contract’s word, though the file names that contract', () => {
    const other: Hex = `0x${'dd'.repeat(20)}`
    const found = checkDay(sampleProof(), sampleMarket, chainWord([recordedLog(sampleRead, other)]))
    expect(found.root).toBe('wrong')
    const named = { ...sampleProof(), meterRegistry: other }
    expect(checkDay(named, sampleMarket, chainWord([recordedLog(sampleRead, other)]))).toMatchObject({
      market: 'wrong',
      root: 'unknown',
    })
  })

  it.each<[string, Partial<DayProof>]>([
    ['another chain', { chainId: 1 }],
    ['another registry', { meterRegistry: `0x${'ee'.repeat(20)}` }],
  ])('says that a file is of another market: %s', (_, changes) => {
    const found = checkDay({ ...sampleProof(), ...changes }, sampleMarket, chainWord())
    expect(found).toEqual(findings({ figures: 'right', market: 'wrong' }, 'unknown'))
  })

  it('knows nothing of the chain while the node does not answer', () => {
    const found = checkDay(sampleProof(), sampleMarket, null)
    expect(found).toEqual(findings({ figures: 'right' }, 'unknown'))
    expect(isProven(found)).toBe(false)
  })

  it('does not believe a node of another chain', () => {
    expect(checkDay(sampleProof(), sampleMarket, { ...chainWord(), chainId: 5 }).market).toBe('wrong')
  })

  it.each([null, { succeeded: false, blockNumber: 1, blockTime: 1, logs: [recordedLog()] }])(
    'finds no transaction, or one that failed',
    (receipt) => {
      const found = checkDay(sampleProof(), sampleMarket, { chainId: sampleMarket.chainId, receipt })
      expect(found).toMatchObject({ transaction: 'wrong', root: 'unknown' })
    },
  )

  it.each([{ time: sampleRead.time + 1 }, { sequence: 8 }])('compares the read: %o', (changes) => {
    const file = sampleProof()
    const found = checkDay({ ...file, read: { ...file.read, ...changes } }, sampleMarket, chainWord())
    expect(found).toEqual(findings({ read: 'wrong' }))
  })

  it('does not take another meter’s record of the same root', () => {
    const log = recordedLog({ ...sampleRead, meterId: `0x${'77'.repeat(32)}` })
    expect(checkDay(sampleProof(), sampleMarket, chainWord([log])).root).toBe('wrong')
  })

  it('takes a measured read that took the place of an estimate', () => {
    const estimated = { ...sampleRead, sequence: 6, intervalRoot: `0x${'11'.repeat(32)}` as Hex }
    expect(isProven(checkDay(sampleProof(), sampleMarket, chainWord([correctedLog(sampleRead, estimated)])))).toBe(true)
  })
})

describe('recordedReads', () => {
  it('reads the log as the contract’s ABI does', () => {
    const log = recordedLog()
    expect(recordedReads([log], sampleMarket, sampleRead.meterId)).toEqual([sampleRead])
    const { args } = decodeEventLog({
      abi: meterRegistryAbi,
      eventName: 'ReadRecorded',
      data: log.data,
      topics: log.topics as [Hex],
    })
    expect(args).toMatchObject({ meterId: sampleRead.meterId, intervalRoot: sampleRead.intervalRoot })
  })
})

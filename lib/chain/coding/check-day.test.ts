import { describe, expect, it } from 'vitest'
import { decodeEventLog } from 'viem'
import { meterRegistryAbi } from '@/contracts/generated/abis'
import type { Read } from '@/lib/domain/metering/read'
import { ZERO_HASH, type Hex } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { checkDay, DAY_CHECKS, isProven, rootOfFigures, type DayCheck, type Finding } from './check-day'
import {
  chainWord,
  correctedLog,
  exchangedLog,
  exchangeSent,
  recordedLog,
  sampleMarket,
  sampleProof,
  sampleRead,
} from './check-day.sample'
import type { SentCall } from './closing-signature'
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

  it.each([null, { ...chainWord().receipt!, succeeded: false }])(
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

describe('checkDay under the closing read of a meter that was taken down', () => {
  const last: Read = { ...sampleRead, time: sampleRead.time - 86_400, sequence: 6, intervalRoot: ZERO_HASH }
  const measured: Read = { ...sampleRead, quality: 'Measured' }
  const SIGNATURE: Hex = `0x${'5a'.repeat(65)}`
  const found = (closing: Read, sent?: SentCall) =>
    checkDay(sampleProof(), sampleMarket, chainWord([exchangedLog({ last, closing })], sent))

  it('takes one that says it was measured: the registry lets no such read pass unsigned', () => {
    expect(found(measured)).toEqual(findings({}))
  })

  it('takes one with an estimate in it, if the transaction shows the meter’s signature', () => {
    expect(found(sampleRead, exchangeSent({ last, closing: sampleRead }, SIGNATURE))).toEqual(findings({}))
  })

  it('does not take what an operator states, nor what another contract may have stated', () => {
    const stated = exchangeSent({ last, closing: sampleRead }, '0x')
    const signed = exchangeSent({ last, closing: sampleRead }, SIGNATURE)
    const other: Hex = `0x${'dd'.repeat(20)}`
    const doubtful = [stated, { ...signed, to: other }, { ...signed, to: null }, undefined]
    for (const sent of doubtful) expect(found(sampleRead, sent)).toEqual(findings({ signature: 'wrong' }))
  })

  it('does not take a root that was named with the last read: nobody checked it', () => {
    const log = exchangedLog({ last: measured, closing: measured })
    const word = chainWord([log], exchangeSent({ last: measured, closing: measured }, SIGNATURE))
    expect(checkDay(sampleProof(), sampleMarket, word).root).toBe('wrong')
  })

  it('compares time and number, and believes no other contract', () => {
    expect(found({ ...measured, sequence: 9 })).toEqual(findings({ read: 'wrong' }))
    const foreign = { ...exchangedLog({ last, closing: measured }), address: sampleMarket.revisions }
    expect(checkDay(sampleProof(), sampleMarket, chainWord([foreign])).root).toBe('wrong')
  })
})

describe('recordedReads', () => {
  it('reads the log as the contract’s ABI does', () => {
    const log = recordedLog()
    const { receipt } = chainWord([log])
    expect(recordedReads(receipt!, sampleMarket, sampleRead.meterId)).toEqual([{ read: sampleRead, signed: true }])
    const { args } = decodeEventLog({
      abi: meterRegistryAbi,
      eventName: 'ReadRecorded',
      data: log.data,
      topics: log.topics as [Hex],
    })
    expect(args).toMatchObject({ meterId: sampleRead.meterId, intervalRoot: sampleRead.intervalRoot })
  })
})

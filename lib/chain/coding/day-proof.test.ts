import { describe, expect, it } from 'vitest'
import { checkDay, isProven } from './check-day'
import { chainWord, sampleMarket, sampleProof } from './check-day.sample'
import { dayProofText, LONGEST_DAY_PROOF, parseDayProof } from './day-proof'

const text = dayProofText(sampleProof())
type Json = Record<string, never>
const changed = (change: (file: { [key: string]: Json } & { proof: string[]; salt: string }) => void) => {
  const file = JSON.parse(text)
  change(file)
  return parseDayProof(JSON.stringify(file))
}

describe('the proof file of a day', () => {
  it('comes back as it was written', () => {
    expect(parseDayProof(text)).toEqual({ ok: true, value: sampleProof() })
  })

  it.each([
    ['', 'ProofFileUnreadable'],
    ['<xml/>', 'ProofFileUnreadable'],
    ['[]', 'ProofFileUnreadable'],
    ['{}', 'ProofFileOther'],
    ['{"format":"standard-v1","tree":[]}', 'ProofFileOther'],
    [text.replace('"version":1', '"version":2'), 'ProofFileNewer'],
    [' '.repeat(LONGEST_DAY_PROOF + 1), 'ProofFileTooLarge'],
  ])('is refused by name if it is something else: %#', (given, name) => {
    expect(parseDayProof(given)).toMatchObject({ ok: false, refusal: { name } })
  })

  it.each<[string, Parameters<typeof changed>[0], string]>([
    ['a number without quotes', ({ day }) => Object.assign(day!, { importWh: [1] }), 'day.importWh.0'],
    ['a negative energy', ({ day }) => Object.assign(day!, { exportWh: ['-1'] }), 'day.exportWh.0'],
    ['a quality that is none', ({ day }) => Object.assign(day!, { qualities: ['Good'] }), 'day.qualities.0'],
    ['fewer exports than imports', ({ day }) => Object.assign(day!, { exportWh: ['1'] }), 'day: imports'],
    ['30 February', ({ day }) => Object.assign(day!, { date: '2026-02-30' }), 'day.date'],
    ['a short salt', (file) => Object.assign(file, { salt: '0x12' }), 'salt'],
    ['a hash in capitals', (file) => Object.assign(file, { salt: file.salt.toUpperCase() }), 'salt'],
    ['a field that is not known', (file) => Object.assign(file, { holder: 'Smith' }), 'holder'],
    ['a proof too long', (file) => Object.assign(file, { proof: Array(65).fill(file.proof[0]) }), 'proof'],
  ])('is refused with the place of the fault: %s', (_, change, place) => {
    const parsed = changed(change)
    expect(parsed).toMatchObject({ ok: false, refusal: { name: 'ProofFileMalformed' } })
    expect(!parsed.ok && parsed.refusal.facts.detail).toContain(place)
  })

  it('proves nothing any more once any one of its characters is another', () => {
    // The transaction only says where the node looks: the node of this test answers any with the same log.
    const elsewhere = text.indexOf(sampleProof().txHash)
    const stillProven: number[] = []
    for (let at = 0; at < text.length; at++) {
      if (at >= elsewhere && at < elsewhere + 66) continue
      const parsed = parseDayProof(text.slice(0, at) + (text[at] === '1' ? '2' : '1') + text.slice(at + 1))
      if (parsed.ok && isProven(checkDay(parsed.value, sampleMarket, chainWord()))) stillProven.push(at)
    }
    expect(stillProven).toEqual([])
  })
})

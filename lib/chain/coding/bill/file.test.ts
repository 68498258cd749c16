import { describe, expect, it } from 'vitest'
import { LONGEST_BILL_FILE } from './file-limits'
import { billFileText, parseBillFile, transactionsOf } from './file'
import { sampleFile } from './file.sample'

const refusal = (text: string) => {
  const parsed = parseBillFile(text)
  return parsed.ok ? 'taken' : [parsed.refusal.name, parsed.refusal.facts['detail']].filter(Boolean).join(' ')
}
const changed = (change: (json: Record<string, never>) => unknown) => {
  const json = JSON.parse(billFileText(sampleFile())) as Record<string, never>
  change(json)
  return JSON.stringify(json)
}

describe('a bill file', () => {
  it('comes back from its text as it was, to the unit', () => {
    expect(parseBillFile(billFileText(sampleFile()))).toEqual({ ok: true, value: sampleFile() })
  })

  it('names each transaction once', () => {
    const { agreement, offer, tariff, runs } = sampleFile()
    const wanted = [agreement, offer, tariff, runs[0], runs[0].opening].map(({ transaction }) => transaction)
    // The closing read was recorded by the settlement itself.
    expect(transactionsOf(sampleFile())).toEqual(wanted)
  })

  it.each([
    ['', 'BillFileUnreadable'],
    ['[]', 'BillFileUnreadable'],
    ['{"format":"switchyard-bill"', 'BillFileUnreadable'],
    ['{"format":"switchyard-day-proof","version":1}', 'BillFileOther'],
    ['{"format":"switchyard-bill","version":2}', 'BillFileNewer'],
    ['{"format":"switchyard-bill","version":"1"}', 'BillFileMalformed version: is not 1'],
    [' '.repeat(LONGEST_BILL_FILE + 1), 'BillFileTooLarge'],
  ])('refuses what is none by name: %.40s', (text, name) => {
    expect(refusal(text)).toBe(name)
  })

  it('says which field is wrong and why', () => {
    const at = (change: (json: never) => unknown) => refusal(changed(change as never))
    type Json = {
      total: unknown
      extra: unknown
      runs: { lines: { amount: unknown }[]; closing: { seal: unknown; transaction: unknown } }[]
    }
    expect(at((json: Json) => (json.total = 12) as never)).toMatch(/^BillFileMalformed total: /)
    expect(at((json: Json) => (json.total = '-1') as never)).toBe(
      'BillFileMalformed total: is not a whole number in quotes',
    )
    expect(at((json: Json) => (json.total = '1e9') as never)).toBe(
      'BillFileMalformed total: is not a whole number in quotes',
    )
    expect(at((json: Json) => (json.runs[0]!.lines[1]!.amount = String(1n << 112n)) as never)).toBe(
      'BillFileMalformed runs.0.lines.1.amount: does not fit in 112 bits',
    )
    expect(at((json: Json) => (json.runs[0]!.closing.transaction = null) as never)).toBe(
      'BillFileMalformed runs.0.closing.transaction: has a signature and no transaction that took it',
    )
    expect(at((json: Json) => (json.extra = 1) as never)).toMatch(/^BillFileMalformed/)
    expect(at((json: Json) => (json.runs = []) as never)).toMatch(/^BillFileMalformed runs/)
  })

  it('takes no field from a prototype', () => {
    const text = billFileText(sampleFile()).replace('"total"', '"__proto__"')
    expect(refusal(text)).toMatch(/^BillFileMalformed/)
  })
})

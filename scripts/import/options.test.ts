import { describe, expect, it } from 'vitest'
import { wh } from '@/lib/domain/units/units'
import { asJson, asText } from './report'
import { optionsOf } from './options'

describe('the command line', () => {
  it('names a file, and what else is known of it', () => {
    const args = [
      'a.csv',
      '--meter',
      '4711',
      '--at',
      '2026-01-31T00:00:00+08:00',
      '--as',
      `0x${'AB'.repeat(20)}`,
      '--dry-run',
    ]
    expect(optionsOf(args)).toEqual({
      run: {
        ...{ file: 'a.csv', meter: '4711', mapping: undefined, operator: `0x${'ab'.repeat(20)}` },
        ...{ at: Date.UTC(2026, 0, 30, 16) / 1_000, dryRun: true, json: false },
      },
    })
  })

  it.each([[[]], [['a', 'b']], [['a', '--as', 'me']], [['a', '--at', '2026-01-31']], [['a', '--nonsense']]])(
    'is refused with what to do: %j',
    (args) => expect(() => optionsOf(args)).toThrow(/OptionInvalid: .+ --help/),
  )
})

describe('the report', () => {
  const counts = {
    bytes: 1,
    sha256: null,
    format: 'csv',
    stagedDays: 0,
    meters: 0,
    daysNew: 0,
    daysChanged: 0,
    daysUnchanged: 0,
    channels: 0,
    totals: [],
  }
  const refused = { ...counts, status: 'refused', readings: 0, faults: 3, remarks: 0, from: null, to: null } as const

  it('has a sentence for each line, and counts what it leaves out', () => {
    const line = { kind: 'fault', name: 'MeterNotYours', facts: { meter: 'X9' }, line: 3 } as const
    const [first, second, third] = asText({ ...refused, lines: [line] }, { name: 'a.csv', dryRun: false }).split('\n')
    expect(first).toMatch(/^line 3: fault MeterNotYours: .*X9/)
    expect([second, third]).toEqual(['… and 2 more', 'a.csv: refused, 3 faults. Nothing was changed.'])
  })

  it('shows nothing of a file that a terminal would act on', () => {
    const line = { kind: 'fault', name: 'MeterNotYours', facts: { meter: '\u001b[2J\u0007' }, line: 3 } as const
    expect(asText({ ...refused, lines: [line] }, { name: 'a', dryRun: false })).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f]/,
    )
  })

  it('sums each channel up, and says how many it leaves out', () => {
    const total = {
      ...{ meterId: '0x1', meter: 'SY-1', channel: 'E1\u001b[2J', direction: 'import' as const },
      ...{ from: '2026-11-20', to: '2026-11-22', intervals: 144, energyWh: wh(54_125n) },
      ...{ estimated: 48, substituted: 0, missing: 2 },
    }
    const outcome = { ...refused, status: 'done', faults: 0, lines: [], channels: 202, totals: [total] } as const
    expect(asText(outcome, { name: 'a.csv', dryRun: false }).split('\n').slice(0, 2)).toEqual([
      'SY-1 E1?[2J import: 2026-11-20 to 2026-11-22, 144 intervals, 54.125\u00a0kWh (48 estimated, 2 missing)',
      '… and 201 channels more',
    ])
    expect(JSON.parse(asJson(outcome))).toMatchObject({ totals: [{ energyWh: '54125' }] })
  })
})

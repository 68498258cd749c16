import { describe, expect, it } from 'vitest'
import { readNem13 } from './nem13'
import { named, readAll } from '../reading.sample'

const FIELDS = {
  nmi: 'NMI0000001',
  ...{ suffix: '11', serial: 'SERIAL1', flow: 'E', unit: 'kWh', quantity: '250.5' },
  ...{ from: '000100.5', fromTime: '20260101093000', fromQuality: 'A' },
  ...{ to: '000351.0', toTime: '20260401093000', toQuality: 'E62' },
}

function advance(changes: Partial<typeof FIELDS> = {}): string {
  const f = { ...FIELDS, ...changes }
  const [from, to] = [`${f.from},${f.fromTime},${f.fromQuality},,`, `${f.to},${f.toTime},${f.toQuality},,`]
  return `250,${f.nmi},11,01,${f.suffix},11,${f.serial},${f.flow},${from},${to},${f.quantity},${f.unit},20260701,20260402000000,`
}

const file = (...lines: string[]) => `${['100,NEM13,202604020900,MDP,RETAILER', ...lines, '900'].join('\r\n')}\r\n`
const read = (...lines: string[]) => readAll(readNem13, file(...lines))

describe('readNem13', () => {
  it('yields both readings, in market time', async () => {
    const { items } = await read(advance(), '550,N,,A,')
    const about = { kind: 'reading', meter: 'NMI0000001', channel: '11', direction: 'import', register: null, line: 2 }
    const [from, to] = [Date.UTC(2025, 11, 31, 23, 30) / 1_000, Date.UTC(2026, 2, 31, 23, 30) / 1_000]
    expect(items).toEqual([
      { ...about, time: from, valueWh: 100_500n, quality: 'Measured' },
      { ...about, time: to, valueWh: 351_000n, quality: 'Estimated' },
    ])
  })

  it('takes I as energy into the grid', async () => {
    const { readings } = await read(advance({ flow: 'I' }))
    expect(readings.map(({ direction }) => direction)).toEqual(['export', 'export'])
  })

  it('yields a reading once that ends one record and starts the next', async () => {
    const next = {
      from: '000351.0',
      fromTime: '20260401093000',
      fromQuality: 'E62',
      to: '000361',
      toTime: '20260701093000',
      quantity: '10',
    }
    const { readings, remarks } = await read(advance(), advance(next))
    expect(readings.map(({ valueWh }) => valueWh)).toEqual([100_500n, 351_000n, 361_000n])
    expect(remarks).toEqual([])
    const revised = await read(advance(), advance({ ...next, from: '000350.0', quantity: '11' }))
    expect(named(revised.remarks)).toEqual(['NemReadingReplaced: 3'])
    expect(revised.readings.map(({ valueWh }) => valueWh)).toEqual([100_500n, 351_000n, 350_000n, 361_000n])
  })

  it.each([
    [{ quantity: '250.4' }, 'NemQuantityDiffers: 2'],
    [{ from: '099999.5', to: '000001.0', quantity: '1.5' }, 'NemQuantityDiffers: 2'],
    [{ from: '999999.5', to: '000001.0', quantity: '1.5' }, 'NemRegisterRolled: 2'],
    [{ fromQuality: 'N', from: '' }, 'NemReadingMissing: 2'],
    [{ unit: 'kVArh' }, 'NemChannelLeftOut: 2'],
  ])('remarks on %j', async (changes, remark) => {
    const { remarks, faults } = await read(advance(changes))
    expect([named(remarks), faults]).toEqual([[remark], []])
  })

  it('says that a register is in another meter from here on', async () => {
    const later = { fromTime: '20260401093000', toTime: '20260701093000', from: '0', to: '5', quantity: '5' }
    const { remarks, readings } = await read(advance(), advance({ ...later, serial: 'SERIAL2' }))
    expect(named(remarks)).toEqual(['NemMeterExchanged: 3'])
    expect(readings.map(({ valueWh }) => valueWh)).toEqual([100_500n, 351_000n, 0n, 5_000n])
  })

  it.each([
    [{ quantity: '-10' }, 'NemQuantityNegative: 2'],
    [{ quantity: '' }, 'NemNumberMalformed: 2'],
    [{ from: '-1' }, 'NemEnergyNegative: 2'],
    [{ to: 'x' }, 'NemNumberMalformed: 2'],
    [{ flow: 'X' }, 'NemDirectionUnknown: 2'],
    [{ unit: 'm3' }, 'NemUnitUnknown: 2'],
    [{ unit: '' }, 'NemUnitUnknown: 2'],
    [{ toTime: '20260101093000' }, 'NemReadingsReversed: 2'],
    [{ toTime: '20260431093000' }, 'NemDateUnknown: 2'],
    [{ toTime: '20260401096000' }, 'NemTimeUnknown: 2'],
    [{ toTime: '' }, 'NemTimeUnknown: 2'],
    [{ toQuality: 'V' }, 'NemQualityUnknown: 2'],
    [{ nmi: 'a b' }, 'NemNameUnknown: 2'],
    [{ suffix: 'a;b' }, 'NemNameUnknown: 2'],
  ])('refuses %j', async (changes, fault) => expect(named((await read(advance(changes))).faults)).toEqual([fault]))

  it.each([
    ['250,NMI0000001', 'NemFieldsMiscounted: 2'],
    ['550,N,,A', 'NemRecordMisplaced: 2'],
    ['300,20260101', 'NemRecordUnknown: 2'],
  ])('refuses the record %s', async (record, fault) => expect(named((await read(record)).faults)).toEqual([fault]))
})

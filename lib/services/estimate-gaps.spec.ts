/** Filling gaps through the service, on a real database. Figures by hand: see the tests of the rules. */
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { changesOf } from '@/lib/db/read/interval-changes'
import { withDatabase } from '@/lib/db/testing/database'
import { saveIntervalChange } from '@/lib/db/write/interval-changes'
import { places, sampleDay } from '@/lib/domain/metering/meter-day.sample'
import { applyEstimate, previewEstimate, type EstimateOrder } from './estimate-gaps'
import { DAY, END, START, holder, meterId, operator, putDays, putRead, refusalOf, rival } from './testing/metered-days'
import { filledGap, resetDays, saveSampleMeters, shownDay, stranger } from './testing/metered-days'

const database = withDatabase()
/** Noon of 20 January in Shanghai. */
const NOW = Date.parse('2026-01-20T04:00Z') / 1_000
const order: EstimateOrder = { meterId, span: { from: DAY, to: '2026-01-15' }, isAnew: false, now: NOW }
const morning = places(0, 12).map(() => 100)

const fill = (given = order) => filledGap(given)

beforeAll(async () => {
  vi.stubEnv('MARKET_TIME_ZONE', 'Asia/Shanghai')
  await saveSampleMeters()
})
beforeEach(() => resetDays(database))

describe('filling gaps', () => {
  it('shows first what it would do, and does nothing yet', async () => {
    const preview = await previewEstimate(operator, order)
    expect(preview.ok && preview.value.days[0]?.importWh.map(Number)).toEqual([
      ...morning,
      ...places(0, 12).map(() => 200),
    ])
    expect(preview).toMatchObject({
      value: { pieces: [{ method: 'AverageLikeDay', basis: ['2026-01-13'], intervals: 12 }], scalings: [] },
    })
    expect(await shownDay()).toMatchObject({ version: 1, qualities: expect.arrayContaining(['Missing']) })
  })

  it('does what it showed, scaled to the reads, and keeps the day before, who and why', async () => {
    await putRead(START, [0, 0, 0, 0, 0])
    await putRead(END, [500, 1_300, 801, 407, 300])
    const preview = await previewEstimate(operator, order)
    const totals = { before: [{ register: 'total', differenceWh: 2_108n }, {}], after: [{ differenceWh: 0n }, {}] }
    expect(preview).toMatchObject({ value: { differences: totals, scalings: [{ importTo: 'registers' }] } })
    const change = await fill()
    const filled = [101, 100, 100, 100, 334, 333, 250, 250, 333, 100, 100, 7]
    expect(await shownDay()).toMatchObject({ version: 2, importWh: [...morning, ...filled] })
    const [row] = await changesOf(operator, meterId)
    expect(row).toMatchObject({
      id: change,
      operator: operator.address,
      kind: 'estimate',
      reason: 'Modem was down',
      days: [{ day: DAY, version: 2 }],
      method: { pieces: [{ method: 'AverageLikeDay' }], scalings: [{ importTo: 'registers' }] },
      isUndone: false,
    })
    expect(await database.query('SELECT version, replaced_by::text FROM interval_day_version')).toEqual([
      { version: 1, replaced_by: change },
    ])
    expect(refusalOf(await previewEstimate(operator, order))).toBe('EstimateNothingMissing')
  })

  it('fills days that have no row at all', async () => {
    await fill({ ...order, span: { from: DAY, to: '2026-01-17' } })
    // Mornings are the mean of 200 on the 13th and 100 on the 14th; only the 13th has an afternoon.
    const importWh = places(0, 24).map((hour) => (hour < 12 ? 150 : 200))
    expect(await shownDay('2026-01-16')).toMatchObject({ version: 1, importWh })
  })

  it('estimates anew when the true reads have come', async () => {
    await fill()
    await putRead(START, [0, 0, 0, 0, 0])
    await putRead(END, [500, 1_300, 801, 407, 300])
    expect(refusalOf(await previewEstimate(operator, order))).toBe('EstimateNothingMissing')
    await fill({ ...order, isAnew: true })
    const day = await shownDay()
    expect(day?.version).toBe(3)
    expect(day?.importWh.reduce((sum, energy) => sum + energy, 0)).toBe(500 + 1_300 + 801 + 407 + 300)
  })

  it('refuses what was not looked at: a read or a day that came in between', async () => {
    const preview = await previewEstimate(operator, order)
    const fingerprint = preview.ok ? preview.value.fingerprint : ''
    await putDays(sampleDay('2026-01-13', { importWh: 300 }))
    const applied = await applyEstimate(operator, order, { fingerprint, reason: '' })
    expect(refusalOf(applied)).toBe('DaysChangedMeanwhile')
    expect(await shownDay()).toMatchObject({ version: 1 })
    expect(await changesOf(operator, meterId)).toEqual([])
  })

  it('lets one of two at the same time through', async () => {
    const preview = await previewEstimate(operator, order)
    const fingerprint = preview.ok ? preview.value.fingerprint : ''
    const both = await Promise.all([1, 2].map(() => applyEstimate(operator, order, { fingerprint, reason: '' })))
    // The other finds the days changed, or nothing missing any more if it looks later.
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await shownDay()).toMatchObject({ version: 2 })
    expect(await changesOf(operator, meterId)).toHaveLength(1)
  })

  it('writes nothing at all when one of its days is another than it was decided on', async () => {
    const change = { id: crypto.randomUUID(), meterId, operator: operator.address, kind: 'estimate' as const }
    const days = [DAY, '2026-01-15'].map((day) => ({
      day: sampleDay(day, { importWh: 9, quality: 'Estimated' }),
      before: null,
      salt: new Uint8Array(32),
    }))
    expect(await saveIntervalChange({ ...change, reason: '', undoes: null, method: {} }, days)).toBe(false)
    expect(await shownDay()).toMatchObject({ version: 1 })
    expect(await shownDay('2026-01-15')).toBeUndefined()
    expect(await changesOf(operator, meterId)).toEqual([])
  })

  it('is for the operator of the meter only', async () => {
    expect(refusalOf(await previewEstimate(holder, order))).toBe('NotMeterOperator')
    for (const viewer of [stranger, rival]) expect(refusalOf(await previewEstimate(viewer, order))).toBe('MeterUnknown')
    const preview = await previewEstimate(operator, order)
    const fingerprint = preview.ok ? preview.value.fingerprint : ''
    expect(refusalOf(await applyEstimate(holder, order, { fingerprint, reason: '' }))).toBe('NotMeterOperator')
    expect(await shownDay()).toMatchObject({ version: 1 })
  })

  it('refuses spans without end, and what has no basis', async () => {
    const of = (from: string, to: string) => previewEstimate(operator, { ...order, span: { from, to } })
    expect(refusalOf(await of(DAY, DAY))).toBe('SpanTooLong')
    expect(refusalOf(await of('2026-01-01', '2026-04-04'))).toBe('SpanTooLong')
    expect(refusalOf(await of('2026-01-19', '2026-01-20'))).toBe('none')
    expect(refusalOf(await of('2026-01-19', '2026-01-21'))).toBe('DayNotOver')
    expect(refusalOf(await of('2020-06-01', '2020-06-02'))).toBe('EstimateNoBasis')
  })
})

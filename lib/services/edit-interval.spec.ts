/** Values put in by hand, and changes taken back, through the services on a real database. */
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { changesOf } from '@/lib/db/read/interval-changes'
import { withDatabase } from '@/lib/db/testing/database'
import { places, sampleDay } from '@/lib/domain/metering/meter-day.sample'
import { wh } from '@/lib/domain/units/units'
import { editInterval } from './edit-interval'
import type { EstimateOrder } from './estimate-gaps'
import { DAY, START, holder, meterId, operator, putDays, refusalOf, rival } from './testing/metered-days'
import { filledGap, resetDays, saveSampleMeters, shownDay } from './testing/metered-days'
import { undoIntervalChange } from './undo-interval-change'

const database = withDatabase()
/** Noon of 21 January in Shanghai. */
const NOW = Date.parse('2026-01-21T04:00Z') / 1_000
const order: EstimateOrder = { meterId, span: { from: DAY, to: '2026-01-15' }, isAnew: false, now: NOW }

const fill = (given = order) => filledGap(given)

beforeAll(async () => {
  vi.stubEnv('MARKET_TIME_ZONE', 'Asia/Shanghai')
  await saveSampleMeters()
})
beforeEach(() => resetDays(database))

describe('editing by hand', () => {
  const start = (hour: number) => Date.parse(START) / 1_000 + hour * 3_600
  const edit = (more: Partial<Parameters<typeof editInterval>[1]> = {}) => ({
    meterId,
    day: DAY,
    minutes: 60,
    edits: [{ start: start(12), importWh: wh(321n), exportWh: wh(0n) }],
    reason: 'Read off the display',
    version: 1,
    now: NOW,
    ...more,
  })

  it('substitutes a value, with its reason, and can be taken back', async () => {
    const change = await editInterval(operator, edit())
    if (!change.ok) throw new Error(change.refusal.name)
    const edited = await shownDay()
    expect([edited?.version, edited?.importWh[12], edited?.qualities[12]]).toEqual([2, 321, 'Substituted'])
    expect((await changesOf(operator, meterId))[0]).toMatchObject({ kind: 'edit', reason: 'Read off the display' })
    const undone = await undoIntervalChange(operator, change.value)
    const before = await shownDay()
    expect([before?.version, before?.importWh[12], before?.qualities[12]]).toEqual([3, 0, 'Missing'])
    expect(refusalOf(await undoIntervalChange(operator, change.value))).toBe('DaysChangedMeanwhile')
    // The undoing is a change like any other.
    expect(refusalOf(await undoIntervalChange(operator, undone.ok ? undone.value : ''))).toBe('none')
    expect((await shownDay())?.importWh[12]).toBe(321)
  })

  it('of a day before somebody moved in is not shown to them', async () => {
    expect(refusalOf(await editInterval(operator, edit()))).toBe('none')
    expect(await changesOf(holder, meterId)).toHaveLength(1)
    const [meter] = await database.query('SELECT holder_since FROM meter WHERE id = $1', [meterId])
    const moveIn = (time: unknown) =>
      database.query('UPDATE meter SET holder_since = $2 WHERE id = $1', [meterId, time])
    try {
      await moveIn(start(48))
      expect(await changesOf(holder, meterId)).toEqual([])
      expect(await changesOf(operator, meterId)).toHaveLength(1)
    } finally {
      await moveIn(meter?.holder_since)
    }
  })

  it('starts a day that has no data', async () => {
    const [day, at] = ['2026-01-20', Date.parse('2026-01-19T16:00Z') / 1_000]
    const edits = [{ start: at, importWh: wh(5n), exportWh: wh(6n) }]
    expect(refusalOf(await editInterval(operator, edit({ day, edits, version: null })))).toBe('none')
    expect((await shownDay(day))?.qualities).toEqual(['Substituted', ...places(1, 24).map(() => 'Missing')])
  })

  it('is refused to others, on another version, without a reason, above the connection', async () => {
    expect(refusalOf(await editInterval(holder, edit()))).toBe('NotMeterOperator')
    expect(refusalOf(await editInterval(rival, edit()))).toBe('MeterUnknown')
    expect(refusalOf(await editInterval(operator, edit({ version: 2 })))).toBe('DaysChangedMeanwhile')
    expect(refusalOf(await editInterval(operator, edit({ version: null })))).toBe('DaysChangedMeanwhile')
    expect(refusalOf(await editInterval(operator, edit({ day: '2026-01-21', version: null })))).toBe('DayNotOver')
    expect(refusalOf(await editInterval(operator, edit({ reason: ' ' })))).toBe('EditReasonUnclear')
    const edits = [{ start: start(12), importWh: wh(50_001n), exportWh: wh(0n) }]
    expect(refusalOf(await editInterval(operator, edit({ edits })))).toBe('IntervalAboveCapacity')
    expect(await shownDay()).toMatchObject({ version: 1 })
  })
})

describe('undoing', () => {
  it('makes a day that had no row a missing one, and what was filled stays on record', async () => {
    const change = await fill({ ...order, span: { from: DAY, to: '2026-01-16' } })
    expect(refusalOf(await undoIntervalChange(operator, change))).toBe('none')
    expect((await shownDay('2026-01-15'))?.qualities).toEqual(places(0, 24).map(() => 'Missing'))
    expect((await shownDay())?.qualities.filter((quality) => quality === 'Missing')).toHaveLength(12)
    const kept = await database.query(
      `SELECT day::text, version, quality FROM interval_day_version ORDER BY day, version`,
    )
    expect(kept).toEqual([
      { day: DAY, version: 1, quality: 'Missing' },
      { day: DAY, version: 2, quality: 'Estimated' },
      { day: '2026-01-15', version: 1, quality: 'Estimated' },
    ])
  })

  it('is refused once something came after, to others, and for what never was', async () => {
    const change = await fill()
    expect(refusalOf(await undoIntervalChange(holder, change))).toBe('NotMeterOperator')
    expect(refusalOf(await undoIntervalChange(rival, change))).toBe('ChangeUnknown')
    expect(refusalOf(await undoIntervalChange(operator, crypto.randomUUID()))).toBe('ChangeUnknown')
    await putDays(sampleDay(DAY, { importWh: 7 }))
    expect(refusalOf(await undoIntervalChange(operator, change))).toBe('DaysChangedMeanwhile')
    expect(await shownDay()).toMatchObject({ version: 3, importWh: places(0, 24).map(() => 7) })
  })

  it('happens once, also when asked for twice at the same time', async () => {
    const change = await fill()
    const both = await Promise.all([1, 2].map(() => undoIntervalChange(operator, change)))
    expect(both.map(refusalOf).sort()).toEqual(['DaysChangedMeanwhile', 'none'])
    expect(await shownDay()).toMatchObject({ version: 3 })
  })
})

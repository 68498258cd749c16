/** Local times without offsets, over the days the clocks change and the days they do not. */
import { describe, expect, it } from 'vitest'
import { at, intervalsOf, itemsOf, said } from './csv.sample'

const QUARTER = 900

interface City {
  zone: string
  /** A local day, its first instant and its quarter-hours: from the zones' published rules. */
  date: string
  start: string
  quarters: number
  /** Wall-clock hours in the order they pass: the skipped one is not there, the repeated one is there twice. */
  hours: number[]
}

const plain = Array.from({ length: 24 }, (_, hour) => hour)
const without = (skipped: number) => plain.filter((hour) => hour !== skipped)
const twice = (repeated: number) => plain.flatMap((hour) => (hour === repeated ? [hour, hour] : [hour]))

const DAYS: City[] = [
  { zone: 'Europe/London', date: '2026-03-29', start: '2026-03-29T00:00Z', quarters: 92, hours: without(1) },
  { zone: 'Europe/London', date: '2026-06-01', start: '2026-05-31T23:00Z', quarters: 96, hours: plain },
  { zone: 'Europe/London', date: '2026-10-25', start: '2026-10-24T23:00Z', quarters: 100, hours: twice(1) },
  { zone: 'Australia/Sydney', date: '2026-10-04', start: '2026-10-03T14:00Z', quarters: 92, hours: without(2) },
  { zone: 'Australia/Sydney', date: '2026-07-01', start: '2026-06-30T14:00Z', quarters: 96, hours: plain },
  { zone: 'Australia/Sydney', date: '2026-04-05', start: '2026-04-04T13:00Z', quarters: 100, hours: twice(2) },
  { zone: 'America/New_York', date: '2026-03-08', start: '2026-03-08T05:00Z', quarters: 92, hours: without(2) },
  { zone: 'America/New_York', date: '2026-01-15', start: '2026-01-15T05:00Z', quarters: 96, hours: plain },
  { zone: 'America/New_York', date: '2026-11-01', start: '2026-11-01T04:00Z', quarters: 100, hours: twice(1) },
  { zone: 'Asia/Shanghai', date: '2026-03-29', start: '2026-03-28T16:00Z', quarters: 96, hours: plain },
  { zone: 'Asia/Shanghai', date: '2026-10-25', start: '2026-10-24T16:00Z', quarters: 96, hours: plain },
]

const two = (value: number) => String(value).padStart(2, '0')
const clock = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** Wall-clock starts of the quarter-hours of a day, as they pass. */
const startsOf = ({ hours }: City) => hours.flatMap((hour) => [0, 15, 30, 45].map((minute) => hour * 60 + minute))

/** Quarter n holds n + 1 Wh, so that a swap shows. */
function fileOf(times: readonly string[], { newestFirst = false } = {}): string {
  const rows = times.map((time, index) => `${time},${index + 1}`)
  return ['time,Wh', ...(newestFirst ? rows.reverse() : rows)].join('\n')
}

const WH = { channels: [{ channel: 'import', direction: 'import', unit: 'Wh', columns: ['Wh'] }] } as const
const setUp = (zone: string, mark: 'start' | 'end' = 'start') => ({
  ...WH,
  channels: [...WH.channels].map((each) => ({ ...each, columns: [...each.columns] })),
  zone,
  mark,
})

function expectWhole(items: Awaited<ReturnType<typeof itemsOf>>, { start, quarters }: City): void {
  expect(said(items, 'fault')).toEqual([])
  expect(intervalsOf(items)).toEqual(
    Array.from({ length: quarters }, (_, index) => ({
      at: at(start) + index * QUARTER,
      wh: BigInt(index + 1),
      quality: 'Measured',
    })),
  )
}

describe.each(DAYS)('$zone on $date has $quarters quarter-hours', (day) => {
  const starts = startsOf(day).map((minutes) => `${day.date} ${clock(minutes)}`)

  it('with the start of each', async () => {
    expectWhole(await itemsOf(fileOf(starts), setUp(day.zone)), day)
  })

  it('with the start of each, newest first', async () => {
    expectWhole(await itemsOf(fileOf(starts, { newestFirst: true }), setUp(day.zone)), day)
  })

  it('with the start of each, both passes of a repeated hour side by side', async () => {
    const rows = starts.map((time, index) => ({ time, index }))
    const paired = [...rows].sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : a.index - b.index))
    const text = ['time,Wh', ...paired.map(({ time, index }) => `${time},${index + 1}`)].join('\n')
    expectWhole(await itemsOf(text, setUp(day.zone)), day)
  })

  /** An end is the wall-clock time until then… */
  const endsBefore = startsOf(day).map((minutes) => `${day.date} ${clock(minutes + 15)}`)
  /** …or what the clock shows from then on. */
  const endsAfter = [...starts.slice(1), `${day.date} 24:00`]

  it.each([
    ['as the clock showed it until then', endsBefore],
    ['as the clock shows it from then on', endsAfter],
  ])('with the end of each, %s', async (_, ends) => {
    expectWhole(await itemsOf(fileOf(ends), setUp(day.zone, 'end')), day)
    expectWhole(await itemsOf(fileOf(ends, { newestFirst: true }), setUp(day.zone, 'end')), day)
  })

  it('in one row', async () => {
    const cells = startsOf({ ...day, hours: plain }).map((minutes) => {
      const index = startsOf(day).indexOf(minutes)
      return index < 0 ? '' : String(index + 1)
    })
    const header = cells.map((_, index) => `q${index}`)
    const items = await itemsOf([`day,${header.join(',')}`, `${day.date},${cells.join(',')}`].join('\n'), {
      zone: day.zone,
      time: { kind: 'day-rows', date: 'day', first: 'q0', count: 96 },
      channels: [{ channel: 'import', direction: 'import', unit: 'Wh' }],
    })
    expect(said(items, 'fault')).toEqual([])
    // 96 columns have no room for an hour that comes twice: it stays a gap.
    const missing = day.quarters === 100 ? 4 : 0
    expect(intervalsOf(items)).toHaveLength(day.quarters - missing)
  })
})

describe('a file with 24 hours on every day', () => {
  const london = {
    ...setUp('Europe/London'),
    skippedHour: 'leave-out-if-zero',
    repeatedHour: 'once-with-both',
  } as const
  const hourly = (date: string, values: number[]) =>
    ['time,Wh', ...values.map((value, hour) => `${date} ${two(hour)}:00,${value}`)].join('\n')

  it('shares the repeated hour between its two passes, as estimates', async () => {
    const items = await itemsOf(
      hourly(
        '2026-10-25',
        plain.map((hour) => 10 * hour + 1),
      ),
      london,
    )
    expect(said(items, 'fault')).toEqual([])
    const found = intervalsOf(items)
    expect(found).toHaveLength(25)
    expect(found.slice(0, 4)).toEqual([
      { at: at('2026-10-24T23:00Z'), wh: 1n, quality: 'Measured' },
      { at: at('2026-10-25T00:00Z'), wh: 5n, quality: 'Estimated' },
      { at: at('2026-10-25T01:00Z'), wh: 6n, quality: 'Estimated' },
      { at: at('2026-10-25T02:00Z'), wh: 21n, quality: 'Measured' },
    ])
  })

  it('leaves the skipped hour out if it holds nothing, and says so', async () => {
    const items = await itemsOf(
      hourly(
        '2026-03-29',
        plain.map((hour) => (hour === 1 ? 0 : hour + 1)),
      ),
      london,
    )
    expect(said(items, 'fault')).toEqual([])
    expect(said(items, 'remark')).toEqual(['CsvSkippedHourLeftOut 3'])
    expect(intervalsOf(items).map(({ at: time }) => time)).toEqual(
      Array.from({ length: 23 }, (_, hour) => at('2026-03-29T00:00Z') + hour * 3_600),
    )
  })

  it('is refused if the skipped hour holds energy', async () => {
    const items = await itemsOf(
      hourly(
        '2026-03-29',
        plain.map(() => 1),
      ),
      london,
    )
    expect(said(items, 'fault')).toEqual(['CsvEnergyInSkippedHour 3'])
    const strict = await itemsOf(
      hourly(
        '2026-03-29',
        plain.map(() => 1),
      ),
      setUp('Europe/London'),
    )
    expect(said(strict, 'fault')).toEqual(['CsvTimeSkipped 3'])
  })

  it('keeps a clock that never changes', async () => {
    const items = await itemsOf(
      hourly(
        '2026-03-29',
        plain.map((hour) => hour),
      ),
      setUp('+00:00'),
    )
    expect(said(items, 'fault')).toEqual([])
    expect(intervalsOf(items)).toHaveLength(24)
  })
})

it('makes days of 23 and 25 hours one interval each', async () => {
  const rows = ['2026-03-28', '2026-03-29', '2026-03-30'].map((date, index) => `${date},${index + 1}`)
  const items = await itemsOf(['time,Wh', ...rows].join('\n'), setUp('Europe/London'))
  expect(items).toEqual([
    expect.objectContaining({
      kind: 'intervals',
      start: at('2026-03-28T00:00Z'),
      seconds: 86_400,
      energyWh: [1n, 2n, 3n],
    }),
  ])
})

import { describe, expect, it } from 'vitest'
import type { LocalDate } from '@/lib/domain/metering/calendar'
import { intervalsIn, type IntervalQuality, type MeterDay } from '@/lib/domain/metering/meter-day'
import { seededRandom } from '@/lib/domain/units/seeded-random'
import { wh } from '@/lib/domain/units/units'
import { meterFile, whole } from '../reading.sample'
import { readGreenButton } from './read-green-button'
import { writeGreenButton, type GreenButtonFeed } from './write'

const random = seededRandom(7n)
const QUALITIES: IntervalQuality[] = ['Measured', 'Measured', 'Measured', 'Estimated', 'Substituted', 'Missing']

function meterDay(day: LocalDate, minutes: number, timeZone: string, quality?: IntervalQuality): MeterDay {
  const count = intervalsIn(day, minutes, timeZone)
  const qualities = Array.from({ length: count }, () => quality ?? random.pick(QUALITIES))
  const energies = () => qualities.map((known) => wh(known === 'Missing' ? 0n : random.below(100_000n)))
  return { day, minutes, importWh: energies(), exportWh: energies(), qualities }
}

async function text(days: readonly MeterDay[], changes: Partial<GreenButtonFeed> = {}): Promise<string> {
  const feed = { days, timeZone: 'Europe/London', meter: 'M-1', at: 1_770_000_000, ...changes }
  let written = ''
  for await (const piece of writeGreenButton(feed)) written += piece
  return written
}

/** Every interval a reader finds, by direction and first instant. */
async function intervals(feed: string) {
  const { blocks, faults, remarks } = await whole(readGreenButton(meterFile(feed)))
  expect([faults, remarks]).toEqual([[], []])
  return blocks.flatMap(({ direction, start, seconds, energyWh, quality }) =>
    energyWh.map((energy, index) => `${direction} ${start + index * seconds} ${seconds} ${energy} ${quality[index]}`),
  )
}

/** The same from the days, the slow way: midnight is given by hand. */
function expected(days: readonly [MeterDay, midnight: string][]) {
  return days.flatMap(([day, midnight]) =>
    (['import', 'export'] as const).flatMap((direction) =>
      (direction === 'import' ? day.importWh : day.exportWh).flatMap((energy, index) => {
        const start = Date.parse(midnight) / 1_000 + index * day.minutes * 60
        const quality = day.qualities[index]
        return quality === 'Missing' ? [] : [`${direction} ${start} ${day.minutes * 60} ${energy} ${quality}`]
      }),
    ),
  )
}

describe('writeGreenButton', () => {
  it.each([
    ['Europe/London', '2026-03-29', '2026-03-29T00:00Z', 92],
    ['Europe/London', '2026-10-25', '2026-10-24T23:00Z', 100],
    ['Australia/Sydney', '2026-04-05', '2026-04-04T13:00Z', 100],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00Z', 92],
    ['Asia/Shanghai', '2026-03-29', '2026-03-28T16:00Z', 96],
  ])('writes what the reader reads, to the Wh: %s, %s', async (timeZone, date, midnight, count) => {
    const day = meterDay(date, 15, timeZone)
    expect(day.importWh).toHaveLength(count)
    expect(await intervals(await text([day], { timeZone }))).toEqual(expected([[day, midnight]]))
  })

  it('writes a day of one interval with the length it had', async () => {
    const day = meterDay('2026-10-25', 1_440, 'Europe/London', 'Measured')
    const written = await text([day])
    expect(written).toContain('<espi:duration>90000</espi:duration>')
    expect(await intervals(written)).toEqual(expected([[day, '2026-10-24T23:00Z']]))
  })

  it('leaves out a direction that was not asked for, and a day of which nothing is known', async () => {
    const days = [
      meterDay('2026-01-01', 60, 'Europe/London', 'Missing'),
      meterDay('2026-01-02', 60, 'Europe/London', 'Estimated'),
    ]
    const found = await intervals(await text(days, { directions: ['import'] }))
    expect([found.length, found.filter((interval) => !/^import .* Estimated$/.test(interval))]).toEqual([24, []])
  })

  it('escapes a name that would be markup, and says nothing else about whose meter it is', async () => {
    const meter = '<script>"&\u0000\ud800\'</script>'
    const written = await text([meterDay('2026-01-01', 60, 'Europe/London', 'Measured')], { meter })
    expect(written).not.toMatch(/<script|\u0000/)
    expect(written.match(/<title>(.*?)<\/title>/)?.[1]).toBe(
      '&lt;script&gt;&quot;&amp;\ufffd\ufffd&apos;&lt;/script&gt;',
    )
    expect(await intervals(written)).toHaveLength(48)
    expect(written).not.toMatch(/RetailCustomer|LocalTimeParameters/)
  })

  it('gives every entry an id of its own, as Atom asks', async () => {
    const written = await text([meterDay('2026-01-01', 60, 'Europe/London', 'Measured')])
    const ids = [...written.matchAll(/<id>(urn:uuid:[0-9a-f-]{36})<\/id>/g)].map(([, id]) => id)
    expect([ids.length, new Set(ids).size]).toEqual([8, 8])
  })
})

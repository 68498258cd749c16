/** What a file says twice, and files that say nothing of energy. The market is in Shanghai: days from 16:00 UTC. */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { daysOf } from '@/lib/db/read/metering'
import { withDatabase } from '@/lib/db/testing/database'
import type { IntervalBlock } from '@/lib/formats/meter-file'
import { importMeterFile } from './import-meter-file'
import { takeMeterFile } from './take-meter-file'
import { addMeter, blockOf, OPERATOR, orderOf } from './testing/metered'

withDatabase()
const operator = { address: OPERATOR }
const METER = `0x${'1'.repeat(64)}` as const
const JAN_2 = Date.parse('2026-01-01T16:00:00Z') / 1_000
const HOUR = 3_600
const DAY = 24 * HOUR
const hours = (count: number, energy: bigint) => Array.from({ length: count }, () => energy)

beforeAll(() => addMeter('M1', METER))

async function imported(blocks: readonly IntervalBlock[]) {
  const decision = await importMeterFile(orderOf(blocks))
  if (!decision.ok) throw new Error(decision.refusal.name)
  return decision.value
}

/** As it comes from an operator: told apart, read and imported. */
async function taken(text: string) {
  async function* bytes() {
    yield new TextEncoder().encode(text)
  }
  const asked = { id: randomUUID(), operator: OPERATOR, name: 'nem12.csv', meter: 'M1' }
  const decision = await takeMeterFile({ ...asked, bytes: bytes() })
  if (!decision.ok) throw new Error(decision.refusal.name)
  return decision.value
}

const storedDays = () => daysOf(operator, METER)
const namesIn = ({ lines }: { lines: readonly { kind: string; name: string }[] }) =>
  lines.map(({ kind, name }) => `${kind} ${name}`)

describe('an hour that a file gives twice', () => {
  const day = blockOf({ start: JAN_2, energyWh: hours(24, 1n) })
  const again = blockOf({ start: JAN_2 + HOUR, energyWh: [2n], line: 7 })
  /** So many days between that the first is no longer held when it is spoken of again. */
  const later = Array.from({ length: 70 }, (_, index) =>
    blockOf({ start: JAN_2 + (index + 1) * DAY, energyWh: hours(24, 1n) }),
  )

  it.each([
    ['at once', [day, again]],
    ['much later', [day, ...later, again]],
  ])('with another value refuses the file, %s', async (_, blocks) => {
    const outcome = await imported(blocks)
    const facts = { meter: 'M1', channel: 'E1', at: '2026-01-01T17:00Z', first: '1', second: '2' }
    expect(outcome).toMatchObject({ status: 'refused', faults: 1 })
    expect(outcome.lines).toEqual([{ kind: 'fault', name: 'IntervalContradicted', facts, line: 7 }])
    expect(await storedDays()).toEqual([])
  })

  it('in a part of its length refuses the file', async () => {
    const quarter = blockOf({ start: JAN_2 + HOUR, seconds: 900, energyWh: [1n] })
    const outcome = await imported([day, quarter])
    expect(outcome.status).toBe('refused')
    expect(namesIn(outcome)).toContain('fault IntervalsOverlap')
    expect(await storedDays()).toEqual([])
  })

  it.each([
    ['at once', [day, { ...again, energyWh: day.energyWh.slice(0, 1) }]],
    ['much later', [day, ...later, { ...again, energyWh: day.energyWh.slice(0, 1) }]],
  ])('with the same value is remarked on, %s', async (_, blocks) => {
    const outcome = await imported(blocks)
    expect(outcome.status).toBe('done')
    expect(namesIn(outcome)).toContain('remark IntervalRepeated')
    expect((await storedDays())[0]?.importWh).toEqual(hours(24, 1n))
  })

  it('may be import in one channel and export in another of the same name', async () => {
    const outcome = await imported([day, { ...day, direction: 'export' }])
    expect(outcome).toMatchObject({ status: 'done', faults: 0 })
  })
})

describe('a NEM12 file', () => {
  const day = (date: string, value: string) => `300,${date},${Array(48).fill(value).join(',')},A,,,20260102000000,`
  const nem12 = (...records: string[]) => ['100,NEM12,202601010900,MDP,RETAILER', ...records, '900', ''].join('\r\n')
  const channel = (name: string, unit: string) => `200,NMI0000001,${name},1,${name},N1,SERIAL1,${unit},30,`

  it('may send a day again: the later one counts, with a remark', async () => {
    const others = Array.from({ length: 28 }, (_, index) => day(`202603${String(index + 1).padStart(2, '0')}`, '1'))
    const outcome = await taken(nem12(channel('E1', 'kWh'), ...others, ...others, day('20260310', '3')))
    expect(outcome).toMatchObject({ status: 'done', faults: 0 })
    expect(namesIn(outcome)).not.toContain('remark IntervalRepeated')
    expect(namesIn(outcome).filter((name) => name === 'remark NemDayReplaced')).toHaveLength(29)
    const march = await daysOf(operator, METER, { from: '2026-03-01', to: '2026-04-01' })
    // 10 March of the Australian market is from 22:00 of the day before in Shanghai: 44 half-hours of 3 kWh, then 4 of 1.
    const sum = march
      .find((one) => one.day === '2026-03-10')
      ?.importWh.reduce<bigint>((total, each) => total + each, 0n)
    expect(sum).toBe(136_000n)
  })

  it('with nothing but reactive energy is refused: nothing of it could be kept', async () => {
    const outcome = await taken(nem12(channel('Q1', 'kVArh'), day('20260401', '1'), channel('K1', 'kVArh')))
    expect(outcome).toMatchObject({ status: 'refused', faults: 1, daysNew: 0 })
    expect(namesIn(outcome)).toEqual(['remark NemChannelLeftOut', 'remark NemChannelLeftOut', 'fault NothingFound'])
  })
})

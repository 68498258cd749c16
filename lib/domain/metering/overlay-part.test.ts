import { describe, expect, it } from 'vitest'
import { wh } from '../units/units'
import { dayBounds } from './calendar'
import { overlaidPart, type GivenPart } from './overlay-part'

const bounds = dayBounds('2026-01-02', 'Asia/Shanghai')
const day = { ...bounds, countOf: (minutes: number) => 1_440 / minutes }

/** Energy from the start of the day on; nothing is said of what is null and of the rest. */
function part(energies: (number | null)[], more: Partial<GivenPart> = {}): GivenPart {
  const minutes = more.minutes ?? 60
  const given = Array.from({ length: 1_440 / minutes }, (_, slot) => energies[slot] ?? null)
  const energyWh = given.map((energy) => wh(BigInt(energy ?? 0)))
  const qualities = given.map((energy) => (energy === null ? null : ('Measured' as const)))
  return { direction: 'import', minutes, energyWh, qualities, replaces: false, line: 9, ...more }
}

function overlaid(before: GivenPart, later: GivenPart) {
  const { value, findings, lost } = overlaidPart(before, later, day)
  return {
    energies: value.energyWh.slice(0, 3).map(Number),
    found: findings.map(({ kind, about: { name, facts } }) => `${kind} ${name} ${String(facts.at)}`),
    lost,
  }
}

describe('parts of a channel’s day', () => {
  it('lie side by side', () => {
    expect(overlaid(part([1, null, 3]), part([null, 2]))).toEqual({ energies: [1, 2, 3], found: [], lost: 0 })
  })

  it('may say the same, with a remark', () => {
    const found = ['remark IntervalRepeated 2026-01-01T17:00Z']
    expect(overlaid(part([1, 2]), part([null, 2, 3]))).toEqual({ energies: [1, 2, 3], found, lost: 0 })
  })

  it('contradict each other: a fault with the line of the later one', () => {
    const { findings } = overlaidPart(part([1, 2], { line: 4 }), part([null, 5]), day)
    const facts = { at: '2026-01-01T17:00Z', first: '2', second: '5' }
    expect(findings).toEqual([{ kind: 'fault', about: { name: 'IntervalContradicted', facts, line: 9 } }])
  })

  it('replace what came earlier where the reader said so', () => {
    expect(overlaid(part([1, 2, 3]), part([null, 5], { replaces: true }))).toEqual({
      energies: [1, 5, 3],
      found: [],
      lost: 0,
    })
  })

  it('overlap in another length: a fault', () => {
    const found = ['fault IntervalsOverlap 2026-01-01T16:15Z']
    expect(overlaid(part([4]), part([null, 1], { minutes: 15 })).found).toEqual(found)
  })

  it('of two lengths make longer intervals, and say what is left out', () => {
    const quarters = part([null, null, null, null, 1, 1, 1, 1, 7], { minutes: 15 })
    expect(overlaid(part([4]), quarters)).toEqual({ energies: [4, 4, 0], found: [], lost: 1 })
  })
})

import { describe, expect, it } from 'vitest'
import { madeMarket, madeOffer, NOW, REGION, VOLTAGE_CLASS } from '@/lib/domain/offers/compare/compare.sample'
import { pricingOf } from '@/lib/domain/offers/formulas/registry'
import { seededRandom } from '@/lib/domain/units/seeded-random'
import { wh } from '@/lib/domain/units/units'
import { profileHours } from '@/lib/services/home-profiles'
import { MARKET_DATA_PATH, type MarketData } from '../market-data'
import { sumsOf } from '../use-sums'
import { toWire } from '../wire'
import { Desk, type Turn } from './desk'
import { Offline } from './offline'
import type { ComparedAnswer, DetailsAnswer } from './protocol'

const ZONE = 'Asia/Shanghai'
const POINT = { customerClass: null, region: REGION, voltageClass: VOLTAGE_CLASS, capacity: null }
const TURN: Turn = { signal: new AbortController().signal, onProgress: () => {} }
const random = seededRandom(7n)
const kinds = [
  pricingOf('Flat', { price: 400_000n }),
  pricingOf('TimeOfUse', { prices: [900_000n, 500_000n, 400_000n, 300_000n, 200_000n] }),
  pricingOf('Tiered', { upTo: [200_000n], prices: [350_000n, 600_000n] }),
]
const published: MarketData = {
  timeZone: ZONE,
  tables: [...madeMarket(random, { first: { year: 2025, month: 1 }, months: 24, timeZone: ZONE }).tables],
  offers: kinds.map((pricing, place) => ({
    ...madeOffer(random, place, pricing),
    ...{ name: `~offer ${place}`, retailer: '0x0000000000000000000000000000000000000001', retailerName: null },
  })),
}

function desk({ isAway = (): boolean => false } = {}) {
  const asked: string[] = []
  const outside = {
    now: () => NOW,
    async text(path: string) {
      asked.push(path)
      if (isAway()) throw new Offline(path)
      if (path === MARKET_DATA_PATH) return toWire(published)
      return (await profileHours(path.split('/').at(-1) ?? '')) ?? ''
    },
    file: async () => new File(['100,NEM12'], 'own.xml'),
  }
  return { desk: new Desk(outside), asked }
}

const profile = (yearlyWh: bigint) =>
  ({
    name: 'read',
    source: { kind: 'profile', key: 'solar-home', customerClass: 'Household', yearlyWh: wh(yearlyWh) },
  }) as const

describe('the desk', () => {
  it('prices a profile under every offer, and says month by month what the year is made of', async () => {
    const { desk: one, asked } = desk()
    expect(await one.answer(profile(4_000_000n), TURN)).toMatchObject({ kind: 'read', facts: { span: null } })
    const compared = (await one.answer({ name: 'compare', point: POINT }, TURN)) as ComparedAnswer
    expect(compared.rows.map(({ name }) => name)).toEqual(['~offer 0', '~offer 1', '~offer 2'])
    expect(compared.year.months).toHaveLength(12)
    expect(compared.year.months.reduce((sum, { used }) => sum + used, 0n)).toBe(4_000_000n)
    for (const { id, cost } of compared.rows) {
      const details = (await one.answer({ name: 'details', id }, TURN)) as DetailsAnswer
      expect(details.months.reduce((sum, { total }) => sum + total, 0n)).toBe(cost?.at100)
      expect(details.suggestion?.months).toHaveLength(12)
    }
    // What the market publishes is asked for once.
    expect(asked.filter((path) => path === MARKET_DATA_PATH)).toHaveLength(1)
  })

  it('ranks a link made of round numbers near the year they came from', async () => {
    const { desk: one } = desk()
    await one.answer(profile(4_000_000n), TURN)
    const exact = (await one.answer({ name: 'compare', point: POINT }, TURN)) as ComparedAnswer
    const sums = sumsOf(exact.year)
    await one.answer({ name: 'read', source: { kind: 'sums', sums, customerClass: 'Household' } }, TURN)
    const coarse = (await one.answer({ name: 'compare', point: POINT }, TURN)) as ComparedAnswer
    expect(coarse.year.months.reduce((sum, { used }) => sum + used, 0n)).toBe(BigInt(sums.yearlyKwh) * 1_000n)
    // The flat offer has no seasons: what remains are the rounding and the prices of the months.
    const [a, b] = [exact, coarse].map(({ rows }) => Number(rows[0]?.cost?.at100 ?? 0n))
    expect(Math.abs((a ?? 0) / (b ?? 1) - 1)).toBeLessThan(0.05)
  })

  it('refuses what it cannot read, and asks again for a market that was away', async () => {
    let away = true
    const { desk: one } = desk({ isAway: () => away })
    await expect(one.answer(profile(1n), TURN)).rejects.toBeInstanceOf(Offline)
    away = false
    const file = new File(['%PDF-1.7'], 'bill.pdf')
    expect(await one.answer({ name: 'read', source: { kind: 'file', file } }, TURN)).toMatchObject({
      kind: 'refused',
      faults: [{ name: 'PdfNotText' }],
    })
    await expect(one.answer({ name: 'compare', point: POINT }, TURN)).rejects.toThrow('nothing was read')
  })

  it('does not let a use that was given up take the place of another', async () => {
    const { desk: one } = desk()
    const stop = new AbortController()
    const late = one.answer(profile(9_000_000n), { ...TURN, signal: stop.signal })
    const givenUp = expect(late).rejects.toThrow('cancelled')
    stop.abort(new Error('cancelled'))
    await one.answer(profile(4_000_000n), TURN)
    await givenUp
    const { year } = (await one.answer({ name: 'compare', point: POINT }, TURN)) as ComparedAnswer
    expect(year.months.reduce((sum, { used }) => sum + used, 0n)).toBe(4_000_000n)
  })

  it('compares each meter of a file on its own, the one with the most energy first', async () => {
    const { desk: one } = desk()
    const days = (meter: string, kwh: string) =>
      Array.from({ length: 40 * 24 }, (_, hour) => {
        const at = new Date(Date.UTC(2026, 0, 1, hour)).toISOString().slice(0, 16)
        return `${at}+08:00,${kwh},0,Measured,${meter}`
      })
    const text = ['start,import_kwh,export_kwh,quality,meter', ...days('small', '0.1'), ...days('big', '0.7')].join(
      '\n',
    )
    const file = new File([text], 'two.csv')
    const read = await one.answer({ name: 'read', source: { kind: 'file', file } }, TURN)
    expect(read).toMatchObject({ facts: { meters: ['big', 'small'], meter: 0, span: { days: 40 } } })
    const used = async () => {
      const { year } = (await one.answer({ name: 'compare', point: POINT }, TURN)) as ComparedAnswer
      return Number(year.months.reduce((sum, month) => sum + month.used, 0n))
    }
    const big = await used()
    await one.answer({ name: 'meter', index: 1 }, TURN)
    expect(big / (await used())).toBeCloseTo(7, 1)
  })
})

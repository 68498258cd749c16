/** Proofs of single days, from stored data to what a real chain recorded. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isProven } from '@/lib/chain/coding/check-day'
import type { DayProof } from '@/lib/chain/coding/day-proof'
import { DEMO_INDEX, demoAccount, demoRetailer } from '@/lib/chain/demo-keys'
import { withDatabase } from '@/lib/db/testing/database'
import { localDateOf } from '@/lib/domain/metering/calendar'
import type { Hex } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { followOnce } from './follow/follow'
import { prepareJobs, stopSender } from './jobs'
import { proveDay } from './prove-day'
import { findingsOn } from './testing/checked-proof'
import { addressOf, TIME_ZONE, withMarket } from './testing/market'
import { measure, signOver } from './testing/measured'
import { signSupply, valueOf, viewerOf, work } from './testing/supply'

const database = withDatabase()
const { market } = withMarket()

const [OWNER, STRANGER] = [viewerOf(0), viewerOf(1)]
const retailer = { address: addressOf(demoRetailer(0)) }
const operator = { address: addressOf(demoAccount(DEMO_INDEX.grid)) }
let meterId: Hex
const prove = (day: string, viewer = OWNER) => proveDay(viewer, meterId, day)

beforeAll(async () => {
  await prepareJobs()
  await followOnce()
  for (const position of [0, 1]) await signSupply(market(), position)
  const { id, opening } = market().meters[0]!
  const [january, february] = market().periods
  meterId = id
  await measure({ meterId, from: localDateOf(opening.time, TIME_ZONE), to: '2026-03-01', eachWh: 500n })
  for (const time of [january!.start, february!.start]) {
    await market().moveTo(time + 60)
    await signOver(meterId, time)
    await work(market())
  }
}, 120_000)
afterAll(stopSender)

const findings = (proof: DayProof) => findingsOn(market(), proof)

describe('a day that its meter signed', () => {
  it('is proven with nothing but the file and the chain', async () => {
    const { proof, replacedAt } = valueOf(await prove('2026-01-10'))
    expect(replacedAt).toBeNull()
    expect(proof.day.importWh).toEqual(Array.from({ length: 24 }, (_, hour) => wh(500n + BigInt(hour))))
    expect(proof.read.time).toBe(market().periods[0]!.end)
    expect(isProven(await findings(proof))).toBe(true)
  })

  it('is proven before the supply and on the last day of the month, by the read after each', async () => {
    const before = valueOf(await prove('2025-12-31')).proof
    expect(before.read.time).toBe(market().periods[0]!.start)
    const last = valueOf(await prove('2026-01-31')).proof
    expect(last.read.time).toBe(market().periods[0]!.end)
    for (const proof of [before, last]) expect(isProven(await findings(proof))).toBe(true)
  })

  it('is not proven with one watt-hour more', async () => {
    const { proof } = valueOf(await prove('2026-01-10'))
    const importWh = proof.day.importWh.map((energy, hour) => wh(hour === 5 ? energy + 1n : energy))
    expect(await findings({ ...proof, day: { ...proof.day, importWh } })).toMatchObject({
      figures: 'wrong',
      root: 'right',
    })
  })

  it('is shown to its operator and its supplier as well, and to nobody else', async () => {
    for (const viewer of [operator, retailer]) expect(await prove('2026-01-10', viewer)).toMatchObject({ ok: true })
    expect(await prove('2026-01-10', STRANGER)).toMatchObject({ ok: false, refusal: { name: 'DayUnknown' } })
    // Measured before the retailer supplied it.
    expect(await prove('2025-12-31', retailer)).toMatchObject({ ok: false, refusal: { name: 'DayUnknown' } })
  })
})

describe('a day that its meter did not sign', () => {
  it('is refused while its read is not there', async () => {
    expect(await prove('2026-02-10')).toMatchObject({ ok: false, refusal: { name: 'DayNotSigned' } })
  })

  it('is refused where there are no data', async () => {
    expect(await prove('2026-03-10')).toMatchObject({ ok: false, refusal: { name: 'DayUnknown' } })
  })
})

describe('a day that was changed afterwards', () => {
  it('is proven as it was signed, and says when other data took its place', async () => {
    await measure({ meterId, from: '2026-01-12', to: '2026-01-13', eachWh: 900n, salt: 9 })
    const { proof, replacedAt } = valueOf(await prove('2026-01-12'))
    expect(replacedAt).toBeGreaterThan(1_700_000_000)
    expect(proof.day.importWh[0]).toBe(500n)
    expect(isProven(await findings(proof))).toBe(true)
  })

  it('takes nothing from the proofs of the other days of its read', async () => {
    expect(isProven(await findings(valueOf(await prove('2026-01-13')).proof))).toBe(true)
  })

  it('cannot be proven once what was signed is not kept any more', async () => {
    await database.query(`DELETE FROM interval_day_version WHERE day = '2026-01-12'`)
    expect(await prove('2026-01-12')).toMatchObject({ ok: false, refusal: { name: 'DaySignedOtherwise' } })
  })

  it('is found even if it changed while the read was on its way', async () => {
    const { end } = market().periods[1]!
    await market().moveTo(end + 60)
    await signOver(meterId, end)
    await measure({ meterId, from: '2026-02-05', to: '2026-02-07', eachWh: 700n, salt: 8 })
    await work(market())
    const { proof, replacedAt } = valueOf(await prove('2026-02-06'))
    expect(replacedAt).not.toBeNull()
    expect(proof.day.importWh[0]).toBe(500n)
    expect(isProven(await findings(proof))).toBe(true)
    expect(isProven(await findings(valueOf(await prove('2026-02-07')).proof))).toBe(true)
  })

  it('is found later if nothing was found when the read was recorded', async () => {
    await database.query(`DELETE FROM interval_tree`)
    expect(isProven(await findings(valueOf(await prove('2026-02-20')).proof))).toBe(true)
    const [{ count } = {}] = await database.query(`SELECT count(*) FROM interval_tree`)
    expect(count).toBe('1')
  })
})

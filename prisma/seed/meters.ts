/** The grid registers a simulated meter for each consumer, and its interval data go into the database. */
import { randomBytes } from 'node:crypto'
import { bytesToHex, concatHex, hexToBytes, keccak256, stringToHex } from 'viem'
import type { ContractAddresses } from '@/lib/chain/contracts'
import { deployment } from '@/lib/chain/deployment'
import { registerMeterCall } from '@/lib/chain/intents/calls'
import { demoMeterKey } from '@/lib/chain/meter-keys'
import { isMeterRegistered } from '@/lib/chain/read'
import { asWorker } from '@/lib/db/client'
import { readSeedState } from '@/lib/db/read/seed-state'
import { saveMeterDevice } from '@/lib/db/write/meter-devices'
import { saveMeterLabel } from '@/lib/db/write/metering'
import { saveSeedState } from '@/lib/db/write/seed-state'
import { addDays, dayBounds, localDateOf, type LocalDate } from '@/lib/domain/metering/calendar'
import type { Read } from '@/lib/domain/metering/read'
import { registerValues } from '@/lib/domain/metering/register-values'
import type { CustomerClass } from '@/lib/domain/offers/offer'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { watt, wh } from '@/lib/domain/units/units'
import { estimateDays } from '@/lib/services/estimated-days'
import { simulatedMeterKey, storeDays } from '@/lib/services/simulate-days'
import { REGION, VOLTAGE_CLASS } from './plan'
import { consumer, grid, send } from './wallets'
import type { SeedConsumer, SeedYear } from './year'

const SALT_BYTES = 32
const NO_INTERVALS: Hex = `0x${'0'.repeat(64)}`
/** A connection carries at least twice the largest hour that was measured. */
const HEADROOM = 2n

/**
 * The supply point that nobody could read at the end of the last settled month: its last days were guessed too high. Its bill waits
 * for the true read, which the grid company can fetch.
 */
const ESTIMATED = { key: 'california-home-8', days: 10, percent: 150n } as const

export const customerClassOf = ({ source }: SeedConsumer): CustomerClass =>
  source.kind === 'industrial' ? 'Business' : 'Household'

/** Registers the meter of one consumer with the registers it starts from, and stores its hours up to yesterday. */
export async function registerMeter(at: ContractAddresses, year: SeedYear, position: number): Promise<Hex> {
  const one = year.consumers[position]
  if (!one) throw new RangeError(`no consumer ${position}`)
  const firstDay = localDateOf(year.chainStart, year.timeZone)
  const number = `SY-${String(position + 1).padStart(6, '0')}`
  const { meterId, salt } = await idOf(one, number)
  if (await isMeterRegistered(meterId)) return meterId
  const key = demoMeterKey(meterId, {
    chainId: deployment().chainId,
    meterRegistry: at.MeterRegistry,
    p256Verifier: at.ERC7913P256Verifier,
  })
  const customerClass = customerClassOf(one)
  // Buildings are metered behind transformers: their data are whole hundreds of Wh, so the ratio loses nothing.
  const dial = customerClass === 'Business' ? { digits: 9, multiplier: 100 } : { digits: 9, multiplier: 1 }
  const meter = {
    operator: grid.address.toLowerCase() as Address,
    holder: consumer(position).address.toLowerCase() as Address,
    region: REGION,
    voltageClass: VOLTAGE_CLASS[customerClass],
    customerClass,
    ...dial,
    capacity: watt(BigInt(one.source.peakHourWh) * HEADROOM),
    signer: key.signer,
  }
  await asWorker(async (tx) => {
    await saveMeterLabel(tx, { meterId, label: one.source.title, number, salt: hexToBytes(salt) })
    await saveMeterDevice(tx, { meterId, since: 0, serial: `DEMO ${String(40_010_000 + position * 37)}` })
  })
  const today = localDateOf(year.now, year.timeZone)
  await storeDays(meterId, one.source, one.series, { from: firstDay, to: today })
  if (one.source.key === ESTIMATED.key) await estimateLastDays(year, meterId)
  // Last: a meter that is on the chain is complete.
  await send(grid, registerMeterCall(at, meterId, meter, openingRead(meterId, position, firstDay, year.timeZone)))
  return meterId
}

/** Of the last settled month, which ends where today's month begins. */
async function estimateLastDays(year: SeedYear, meterId: Hex): Promise<void> {
  const to = `${localDateOf(year.now, year.timeZone).slice(0, 7)}-01`
  const span = { from: addDays(to, -ESTIMATED.days), to }
  await estimateDays(meterId, span, (measured) => wh((measured * ESTIMATED.percent) / 100n))
}

/** Random once and then kept, so that an interrupted seed finds its meters again. */
async function idOf({ source }: SeedConsumer, number: string): Promise<{ meterId: Hex; salt: Hex }> {
  const key = simulatedMeterKey(source)
  const known = (await readSeedState(key)) as { meterId: Hex; salt: Hex } | undefined
  if (known) return known
  const salt = bytesToHex(randomBytes(SALT_BYTES))
  const named = { meterId: keccak256(concatHex([stringToHex(number), salt])), salt }
  await saveSeedState(key, named)
  return named
}

/** What the dials showed when the meter was registered; a used meter does not start at zero. */
function openingRead(meterId: Hex, position: number, day: LocalDate, timeZone: string): Read {
  const start = BigInt(position + 1) * 1_000n
  return {
    meterId,
    time: dayBounds(day, timeZone).start,
    sequence: 0,
    quality: 'Measured',
    importWh: registerValues([1n, 3n, 5n, 2n, 1n].map((share) => wh(share * start))),
    exportWh: wh(0n),
    maxDemand: watt(0n),
    intervalRoot: NO_INTERVALS,
  }
}

/**
 * The meters of the demo. They hold real keys and count the interval data in the database as a real meter counts energy;
 * from the signature on nothing is simulated. Demo only.
 */
import { deployment } from '@/lib/chain/deployment'
import { intervalRoot } from '@/lib/chain/interval-tree'
import { demoMeterKey, type MeterKey } from '@/lib/chain/meter-keys'
import {
  metersFacts,
  metersToOpen,
  readsUnderWay,
  storedDays,
  type MeterFacts,
  type StoredDay,
} from '@/lib/db/read/settlement-inputs'
import type { DueAgreement } from '@/lib/db/read/settlement'
import type { SignedRead } from '@/lib/db/write/signed-reads'
import { daysBetween, localDateOf } from '@/lib/domain/metering/calendar'
import { registerTotals, unpackDay, type RegisteredHour } from '@/lib/domain/metering/intervals'
import type { Read, ReadQuality } from '@/lib/domain/metering/read'
import { mapRegisters } from '@/lib/domain/metering/register-values'
import { registeredHours } from '@/lib/domain/metering/registered-hours'
import { marketRegisterCalendar } from '@/lib/domain/metering/registers'
import { sameHex, type Hex } from '@/lib/domain/units/hex'
import { wh, type Wh } from '@/lib/domain/units/units'
import { env } from '@/lib/env'
import { storedLeaf } from './interval-leaves'
import { recordRead } from './record-read'
import { handedIn } from './settle-period'

/** Closing reads for settlePeriod: those handed in, and those of the simulated meters whose data are complete. */
export async function closingReads(due: readonly DueAgreement[]): Promise<ReadonlyMap<Hex, SignedRead>> {
  const reads = new Map(await handedIn(due))
  const missing = due.filter(({ terms }) => !reads.has(terms.meterId))
  const ends = new Map(missing.map(({ terms, end }) => [terms.meterId, end]))
  for (const meter of await metersFacts([...ends.keys()])) {
    const end = ends.get(meter.id)
    const signed = end === undefined ? null : await simulatedRead(meter, end)
    if (signed) reads.set(meter.id, signed)
  }
  return reads
}

/** Has the dials read at the start of supplies that have begun. @returns how many reads were handed to the relayer. */
export async function openSupplies(now: number): Promise<number> {
  const underWay = await readsUnderWay()
  const waiting = (await metersToOpen(now)).filter(({ meterId }) => !underWay.has(meterId))
  const starts = new Map(waiting.map(({ meterId, start }) => [meterId, start]))
  let recorded = 0
  for (const meter of await metersFacts([...starts.keys()])) {
    const start = starts.get(meter.id)
    const signed = start === undefined ? null : await simulatedRead(meter, start)
    if (signed && (await recordRead(signed)).ok) recorded++
  }
  return recorded
}

/** What the meter signs at an instant. Null if it is not one of the demo's, or a day of its data is missing. */
export async function simulatedRead(meter: MeterFacts, time: number): Promise<SignedRead | null> {
  const key = simulatedKeyOf(meter.id)
  if (!sameHex(key.signer, meter.signer) || time <= meter.lastRead.time) return null
  const from = localDateOf(meter.lastRead.time, env.marketTimeZone)
  const to = localDateOf(time, env.marketTimeZone)
  const days = await storedDays(meter.id, { from, to })
  if (days.length !== daysBetween({ from, to }) || days.some(({ quality }) => quality === 'Missing')) return null
  const read = wholeStepsOnly(() => nextRead(meter, time, days, env.marketTimeZone))
  if (!read) return null
  return { read, signature: await key.sign(read) }
}

class StepCut extends RangeError {}

/** Imported days need not be what this meter could have counted: then it signs nothing, and nobody else's bill waits for it. */
function wholeStepsOnly(read: () => Read): Read | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof StepCut) return null
    throw error
  }
}

/** Dials after some whole days: they turn on from the last read and roll over at their width. */
export function nextRead(meter: MeterFacts, time: number, days: readonly StoredDay[], timeZone: string): Read {
  const totals = registerTotals(
    days.flatMap((day) => hoursIn(day, timeZone)),
    marketRegisterCalendar,
  )
  const { lastRead, id } = meter
  return {
    meterId: id,
    time,
    sequence: lastRead.sequence + 1,
    quality: worstOf(days),
    importWh: mapRegisters(lastRead.importWh, (value, index) => turn(meter, value, totals.importWh[index])),
    exportWh: turn(meter, lastRead.exportWh, totals.exportWh),
    maxDemand: totals.maxDemandW,
    intervalRoot: intervalRoot(days.map((day) => storedLeaf(id, day))),
  }
}

function turn({ multiplier, digits }: MeterFacts, from: Wh, energy: Wh | undefined): Wh {
  const [counted, ratio] = [energy ?? 0n, BigInt(multiplier)]
  if (counted % ratio !== 0n) throw new StepCut(`${counted} Wh is no whole number of the dial's steps of ${ratio} Wh`)
  return wh((from + counted / ratio) % 10n ** BigInt(digits))
}

function hoursIn({ data, exportData, ...day }: StoredDay, timeZone: string): RegisteredHour[] {
  return registeredHours({ ...day, importWh: unpackDay(data), exportWh: unpackDay(exportData) }, timeZone)
}

/** Estimated is worse than substituted, which is worse than measured. */
function worstOf(days: readonly StoredDay[]): ReadQuality {
  const found = new Set(days.map(({ quality }) => quality))
  return found.has('Estimated') ? 'Estimated' : found.has('Substituted') ? 'Substituted' : 'Measured'
}

/** The key in the meter, if it is one of the demo's. */
export function simulatedKeyOf(meterId: Hex): MeterKey {
  const { chainId, contracts } = deployment()
  return demoMeterKey(meterId, {
    chainId,
    meterRegistry: contracts.MeterRegistry,
    p256Verifier: contracts.ERC7913P256Verifier,
  })
}

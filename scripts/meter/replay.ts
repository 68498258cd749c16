/** Replays a meter file through a meter that is registered: counts, signs, hands in, and says what was answered. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { deployment } from '@/lib/chain/deployment'
import { openingSince } from '@/lib/db/read/exchanges'
import { meterNumberedAnywhere } from '@/lib/db/read/meters-page'
import { meterFacts, storedDays, type MeterFacts } from '@/lib/db/read/settlement-inputs'
import { listPeriods } from '@/lib/db/read/tariffs'
import { dayFromRow } from '@/lib/db/stored/interval-day'
import { addDays, dayBounds } from '@/lib/domain/metering/calendar'
import { packCommitment } from '@/lib/domain/metering/day-commitment'
import type { MeterDay } from '@/lib/domain/metering/meter-day'
import type { Read } from '@/lib/domain/metering/read'
import { Refused } from '@/lib/domain/refused'
import { sameHex } from '@/lib/domain/units/hex'
import { env } from '@/lib/env'
import { csvMappingSchema, type CsvMapping } from '@/lib/formats/csv/mapping'
import { fileDays } from './file-days'
import { handIn, type Fate, type Market } from './hand-in'
import { readKey } from './key-file'
import type { Closing, Replay } from './options'
import { midnights, signReads, type Running, type SignedRead } from './sign-reads'

const SALT_BYTES = 32

export interface Result {
  signed: SignedRead
  fate: Fate
}

/** Ends at the first read that is not recorded: the next would build on it. */
export async function* replay(wanted: Replay, market: Market): AsyncGenerator<Result> {
  const running = await runningMeter(wanted)
  const { meter, days, timeZone } = running
  const last = days.at(-1)
  const instants = wanted.daily && last ? midnights(meter.billedUntil, last.day, timeZone) : await boundaries()
  for await (const signed of signReads({ ...running, instants })) {
    const fate = await handIn(signed, market)
    yield { signed, fate }
    if (fate.kind !== 'recorded') return
  }
}

/** What a meter signs when it is taken down: over the days since its last billing read, so that each of them can be proven. */
export async function closingRead(wanted: Closing): Promise<SignedRead> {
  const running = await runningMeter(wanted)
  const instants = [dayBounds(wanted.at, running.timeZone).start]
  for await (const signed of signReads({ ...running, instants })) return signed
  const what = `it does not have every day from the meter’s last read to ${wanted.at}`
  throw new Refused('FileWithoutDays', { what, todo: NEARER, file: wanted.file })
}

/** A registered meter, its key and the days of the file that it goes through. */
async function runningMeter(wanted: Replay): Promise<Omit<Running, 'instants'>> {
  const timeZone = env.marketTimeZone
  const meter = await registeredMeter(wanted.meter)
  const key = keyOf(wanted, meter)
  const all = await fileDays({ ...wanted, mapping: mappingOf(wanted.mapping), timeZone })
  const days = all.filter(({ day }) => (!wanted.from || day >= wanted.from) && (!wanted.to || day < wanted.to))
  if (days.length === 0)
    throw new Refused('FileWithoutDays', { what: 'no whole day is left of it', todo: NEARER, file: wanted.file })
  const saltOf = await salts(meter, days)
  const running = { ...meter, lastRead: await shownBy(meter), billedUntil: meter.lastRead.time }
  return { meter: running, key, days, timeZone, saltOf }
}

const NEARER = 'Choose --from, --to and --start so that days after the meter’s last read are in it.'

async function registeredMeter(name: string): Promise<MeterFacts> {
  const id = /^0x[0-9a-f]{64}$/i.test(name) ? name : await meterNumberedAnywhere(name)
  const meter = id === null ? null : await meterFacts(id)
  if (meter) return meter
  throw new Refused('MeterUnknown', { what: `no meter "${name}" is registered`, todo: 'Check its number.' })
}

/** What the meter showed last: since it took another's place, that is what it began with, and not what was carried into it. */
async function shownBy({ id, lastRead }: MeterFacts): Promise<Read> {
  return (await openingSince(id, lastRead.time)) ?? lastRead
}

function keyOf({ key: file }: Replay, meter: MeterFacts) {
  const { chainId, contracts } = deployment()
  const place = { chainId, meterRegistry: contracts.MeterRegistry, p256Verifier: contracts.ERC7913P256Verifier }
  const key = readKey(file, place)
  if (sameHex(key.signer, meter.signer)) return key
  const todo = 'Use the key that the meter is registered with, or have its operator set this one.'
  throw new Refused('ReadSignatureInvalid', { what: 'this is not the meter’s key', todo, file })
}

function mappingOf(file: string | null): CsvMapping | null {
  if (file === null) return null
  try {
    return csvMappingSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    throw new Refused('MappingInvalid', { what, todo: 'docs/csv-mapping.md explains each word.', file })
  }
}

/** Where settlement periods begin and end. */
async function boundaries(): Promise<number[]> {
  const periods = await listPeriods()
  return [...new Set(periods.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
}

/**
 * A day that the market has as the file has it is committed to with the market's salt, so that it can be proved there. Another one
 * gets a salt of the meter's own.
 */
async function salts(meter: MeterFacts, days: readonly MeterDay[]): Promise<(day: MeterDay) => Promise<Uint8Array>> {
  const [first, last] = [days[0], days.at(-1)]
  const rows = first && last ? await storedDays(meter.id, { from: first.day, to: addDays(last.day, 1) }) : []
  const stored = new Map(rows.map(({ salt, ...row }) => [row.day, { salt, packed: packedRow(row) }]))
  return async (day) => {
    const known = stored.get(day.day)
    const same = known && Buffer.from(known.packed).equals(Buffer.from(packCommitment(day)))
    return same ? known.salt : randomBytes(SALT_BYTES)
  }
}

function packedRow({ day, ...row }: Omit<Awaited<ReturnType<typeof storedDays>>[number], 'salt'>): Uint8Array {
  return packCommitment(dayFromRow({ ...row, day: new Date(day) }))
}

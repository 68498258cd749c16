/** Meters and reads between the domain and the contracts. */
import { concatHex, keccak256, size, slice } from 'viem'
import { READ_QUALITIES, type Read } from '@/lib/domain/metering/read'
import type { Meter } from '@/lib/domain/metering/meter'
import { registerValues, type RegisterValues } from '@/lib/domain/metering/register-values'
import { CUSTOMER_CLASSES } from '@/lib/domain/offers/offer'
import { codeOf, nameOf } from '@/lib/domain/units/codes'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { watt, wh } from '@/lib/domain/units/units'
import { toBigint, toNumber, type ChainInteger } from './numbers'

export interface ReadStruct<Small = ChainInteger, Large = ChainInteger, Registers = readonly ChainInteger[]> {
  meterId: Hex
  time: Small
  sequence: Small
  quality: Small
  importWh: Registers
  exportWh: Large
  maxDemand: Large
  intervalRoot: Hex
}

export interface MeterStruct<Small = ChainInteger, Large = ChainInteger> {
  operator: Address
  digits: Small
  multiplier: Small
  capacity: Large
  holder: Address
  region: Small
  voltageClass: Small
  customerClass: Small
  signer: Hex
}

export function readToStruct(read: Read): ReadStruct<number, bigint, RegisterValues<bigint>> {
  return { ...read, quality: codeOf(READ_QUALITIES, read.quality) }
}

export function readFromStruct(struct: ReadStruct): Read {
  return {
    meterId: struct.meterId,
    time: toNumber(struct.time),
    sequence: toNumber(struct.sequence),
    quality: nameOf(READ_QUALITIES, toNumber(struct.quality)),
    importWh: registerValues(struct.importWh.map((value) => wh(toBigint(value)))),
    exportWh: wh(toBigint(struct.exportWh)),
    maxDemand: watt(toBigint(struct.maxDemand)),
    intervalRoot: struct.intervalRoot,
  }
}

/** A read in two words, without its meter and its interval root. Mirrors ReadWordsLib. */
export interface ReadWords<Word = bigint> {
  dials: Word
  rest: Word
}

const EXPORT_AT = 64n
const TIME_AT = 128n
const SEQUENCE_AT = 168n
const QUALITY_AT = 200n
const DEMAND_AT = 208n

export function readToWords(read: Read): ReadWords {
  const [sharp, peak, flat, valley, deepValley] = read.importWh
  return {
    dials: sharp | (peak << 64n) | (flat << 128n) | (valley << 192n),
    rest:
      deepValley |
      (read.exportWh << EXPORT_AT) |
      (BigInt(read.time) << TIME_AT) |
      (BigInt(read.sequence) << SEQUENCE_AT) |
      (BigInt(codeOf(READ_QUALITIES, read.quality)) << QUALITY_AT) |
      (read.maxDemand << DEMAND_AT),
  }
}

export interface ReadRecordedArgs {
  meterId: Hex
  read: ReadWords<ChainInteger>
  intervalRoot: Hex
}

export function readFromEvent({ meterId, read, intervalRoot }: ReadRecordedArgs): Read {
  const [dials, rest] = [toBigint(read.dials), toBigint(read.rest)]
  const part = (word: bigint, from: bigint, bits: number) => BigInt.asUintN(bits, word >> from)
  const registers = [0n, 64n, 128n, 192n].map((from) => wh(part(dials, from, 64)))
  return {
    meterId,
    importWh: registerValues([...registers, wh(part(rest, 0n, 64))]),
    exportWh: wh(part(rest, EXPORT_AT, 64)),
    time: toNumber(part(rest, TIME_AT, 40)),
    sequence: toNumber(part(rest, SEQUENCE_AT, 32)),
    quality: nameOf(READ_QUALITIES, part(rest, QUALITY_AT, 8)),
    maxDemand: watt(part(rest, DEMAND_AT, 48)),
    intervalRoot,
  }
}

/** What a meter's reads are checked against. */
export type MeterKeyFacts = Pick<Meter, 'signer' | 'digits' | 'multiplier' | 'capacity'>

const KEY_BYTES_AT = 232n

/** In one word. Mirrors MeterFactsLib. */
export function meterFactsWord({ signer, digits, multiplier, capacity }: MeterKeyFacts): bigint {
  const key = isAccount(signer)
    ? BigInt(signer)
    : BigInt(slice(keccak256(signer), 0, 20)) | (BigInt(size(signer)) << KEY_BYTES_AT)
  return key | (capacity << 160n) | (BigInt(multiplier) << 208n) | (BigInt(digits) << 224n)
}

/** A key that is not an account travels in front of its signature. */
export function meterSignature({ signer }: Pick<Meter, 'signer'>, signature: Hex): Hex {
  return isAccount(signer) ? signature : concatHex([signer, signature])
}

const isAccount = (signer: Hex) => size(signer) === 20

export function meterToStruct(meter: Meter): MeterStruct<number, bigint> {
  return { ...meter, customerClass: codeOf(CUSTOMER_CLASSES, meter.customerClass) }
}

export function meterFromStruct(struct: MeterStruct): Meter {
  return {
    operator: struct.operator.toLowerCase() as Address,
    digits: toNumber(struct.digits),
    multiplier: toNumber(struct.multiplier),
    capacity: watt(toBigint(struct.capacity)),
    holder: struct.holder.toLowerCase() as Address,
    region: toNumber(struct.region),
    voltageClass: toNumber(struct.voltageClass),
    customerClass: nameOf(CUSTOMER_CLASSES, toNumber(struct.customerClass)),
    signer: struct.signer,
  }
}

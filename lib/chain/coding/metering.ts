/** Meters and reads between the domain and the contracts. */
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

/** The event spells out the unit of the demand; everything else is the struct. */
export type ReadRecordedArgs = Omit<ReadStruct, 'maxDemand'> & { maxDemandW: ChainInteger }

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

export function readFromEvent({ maxDemandW, ...args }: ReadRecordedArgs): Read {
  return readFromStruct({ ...args, maxDemand: maxDemandW })
}

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

/** The form of an exchange as the exchange that is wanted. */
import { getMeter, type MeterRow } from '@/lib/db/read/metering'
import type { Read } from '@/lib/domain/metering/read'
import { ZERO_HASH, type Hex } from '@/lib/domain/units/hex'
import type { WantedExchange } from '@/lib/services/exchange-meter'
import { parseSignedRead } from '../../reads/signed-read'
import type { FormReader } from '../form-reader'
import { CLOSINGS } from './closings'

const WIDEST_UINT32 = 2 ** 32 - 1

/** Null if the viewer has no such meter, or the form is faulty: the reader says where. */
export async function readExchange(
  viewer: { address: string },
  meterId: Hex,
  reader: FormReader,
): Promise<WantedExchange | null> {
  const meter = await getMeter(viewer, meterId)
  if (!meter) {
    reader.wrong('meter', 'choice')
    return null
  }
  const closing = readClosing(meter, reader)
  const opening: Read = {
    meterId,
    time: reader.moment('opening.time'),
    sequence: reader.count('opening.sequence', { from: 0, to: WIDEST_UINT32 }),
    quality: 'Measured',
    importWh: reader.registers('opening'),
    exportWh: reader.energy('opening.export'),
    maxDemand: reader.power('opening.demand', { positive: false }),
    intervalRoot: ZERO_HASH,
  }
  const next = {
    serial: reader.serial('serial'),
    key: reader.text('key', 600),
    digits: reader.count('digits', { from: 1, to: 18 }),
    multiplier: reader.count('multiplier', { from: 1, to: 65_535 }),
    capacity: reader.power('capacity', { positive: true }),
  }
  return closing && { meterId, ...closing, next, opening }
}

function readClosing(meter: MeterRow, reader: FormReader): { closing: Read; signature: Hex | null } | null {
  switch (reader.choice('closing', CLOSINGS)) {
    case 'recorded':
      return { closing: meter.lastRead, signature: null }
    case 'signed': {
      const parsed = parseSignedRead(reader.text('closing.signed', 16_384))
      if (parsed.ok && parsed.value.read.meterId === meter.id) {
        return { closing: parsed.value.read, signature: parsed.value.signature }
      }
      reader.wrong('closing.signed', 'signedRead')
      return null
    }
    case 'stated':
      return { closing: statedClosing(meter, reader), signature: null }
  }
}

/** Nobody signed it: it says itself that it was not measured. */
function statedClosing(meter: MeterRow, reader: FormReader): Read {
  return {
    meterId: meter.id as Hex,
    time: reader.moment('closing.time'),
    sequence: meter.lastRead.sequence + 1,
    quality: reader.choice('closing.quality', ['Estimated', 'Substituted']),
    importWh: reader.registers('closing'),
    exportWh: reader.energy('closing.export'),
    maxDemand: reader.power('closing.demand', { positive: false }),
    intervalRoot: ZERO_HASH,
  }
}

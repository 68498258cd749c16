import { describe, expect, it } from 'vitest'
import cases from '../../../contracts/vectors/read-words.json'
import { READ_QUALITIES, type Read } from '@/lib/domain/metering/read'
import { registerValues } from '@/lib/domain/metering/register-values'
import { nameOf } from '@/lib/domain/units/codes'
import { watt, wh } from '@/lib/domain/units/units'
import { readFromEvent, readToWords } from './metering'

describe('a read in two words', () => {
  it.each(cases)('vector: $name', ({ in: given, out }) => {
    const read: Read = {
      meterId: '0x01',
      importWh: registerValues(given.importWh.map((value) => wh(BigInt(value)))),
      exportWh: wh(BigInt(given.exportWh)),
      time: Number(given.time),
      sequence: Number(given.sequence),
      quality: nameOf(READ_QUALITIES, Number(given.quality)),
      maxDemand: watt(BigInt(given.maxDemandW)),
      intervalRoot: '0x02',
    }
    const words = readToWords(read)
    expect({ dials: String(words.dials), rest: String(words.rest) }).toEqual(out)
    expect(readFromEvent({ meterId: '0x01', read: words, intervalRoot: '0x02' })).toEqual(read)
  })
})

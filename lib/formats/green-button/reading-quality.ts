/** ESPI's codes of how well a reading is known (QualityOfReading), as qualities of this market. */
import type { ReadQuality } from '@/lib/domain/metering/read'

const QUALITIES: Readonly<Record<string, ReadQuality>> = {
  '0': 'Measured', // valid
  '7': 'Substituted', // manually edited
  '8': 'Estimated', // from a reference day
  '9': 'Estimated', // by linear interpolation
  '10': 'Estimated', // questionable: it failed checks
  '11': 'Measured', // derived from measured values
  '12': 'Estimated', // projected
  '13': 'Estimated', // mixed
  '14': 'Measured', // raw
  '15': 'Substituted', // normalised for the weather
  '16': 'Estimated', // other
  '17': 'Measured', // validated
  '18': 'Measured', // verified
  '19': 'Measured', // revenue quality
}

/** What a writer says; a reader understands it as the same quality. */
export const QUALITY_CODES: Readonly<Record<ReadQuality, string>> = { Measured: '17', Estimated: '8', Substituted: '7' }

const BEST_FIRST: readonly ReadQuality[] = ['Measured', 'Substituted', 'Estimated']

/** The worst of them, which an unknown code is, too; measured if there are none. */
export function qualityOf(codes: readonly string[]): ReadQuality {
  const places = codes.map((code) => BEST_FIRST.indexOf(QUALITIES[code] ?? 'Estimated'))
  return BEST_FIRST[Math.max(0, ...places)] ?? 'Measured'
}

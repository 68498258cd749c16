/** Whose use is compared: what a page asks for, and what it gets to know about it. */
import type { LocalDate } from '@/lib/domain/metering/calendar'
import type { FileFault } from '@/lib/domain/metering/file-fault'
import type { ProfileKey } from '@/lib/domain/metering/home-profile'
import type { ComparedPoint } from '@/lib/domain/offers/compare/compared'
import type { CustomerClass } from '@/lib/domain/offers/offer'
import type { Wh } from '@/lib/domain/units/units'
import type { CsvLook } from '@/lib/services/look-at-file'

/** A year in a few round numbers: all that a link says of somebody's file. */
export interface UseSums {
  /** Three digits that count. */
  yearlyKwh: number
  /** Whole percent on each register, in the order of REGISTERS; together 100. */
  shares: readonly number[]
  /** Two digits that count. */
  peakKw: number
}

export type UseSource =
  | { kind: 'file'; file: File; /** Not checked yet. */ mapping?: unknown }
  /** The download of one of the viewer's own meters. */
  | { kind: 'own'; meterId: string; name: string; point: ComparedPoint }
  | { kind: 'profile'; key: ProfileKey; customerClass: CustomerClass; yearlyWh: Wh }
  | { kind: 'sums'; sums: UseSums; customerClass: CustomerClass }

/** What was read, before it is priced. */
export interface UseFacts {
  /** As the file names them; the first has the most energy. One without a name is empty. */
  meters: string[]
  meter: number
  /** Whole days known, and the first and last of them; null where a year stands for itself. */
  span: { days: number; first: LocalDate; last: LocalDate } | null
  /** A guess from how much is used, where nobody has said. */
  customerClass: CustomerClass
  /** From registers or days: the hours between are not known. */
  isShared: boolean
  remarks: FileFault[]
}

export type ReadAnswer =
  | { kind: 'read'; facts: UseFacts }
  | { kind: 'refused'; faults: FileFault[] }
  | { kind: 'unclear'; look: CsvLook }

/**
 * What every meter file holds, whatever its format. A reader is a stream: it takes bytes in pieces, keeps what one line or
 * message needs, and yields items in the order of the file. It runs in a browser as well as on the server.
 */
import type { FileFault } from '@/lib/domain/metering/file-fault'
import type { ReadQuality } from '@/lib/domain/metering/read'
import type { Register } from '@/lib/domain/metering/registers'
import type { Wh } from '@/lib/domain/units/units'

export const METER_FORMATS = ['nem12', 'nem13', 'green-button', 'dsmr', 'sml', 'csv'] as const
export type MeterFormat = (typeof METER_FORMATS)[number]

export const DIRECTIONS = ['import', 'export'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** One stream of numbers of a meter. */
export interface Channel {
  /** As the file names it: a meter number, NMI or usage point; empty if the file names none. */
  meter: string
  /** As the file names it: E1, B1, 1.8.1, a column. Unique within a meter. */
  channel: string
  direction: Direction
}

/** Consecutive intervals of one channel: no gap, no repeat. An instant that another block gave must have the same energy. */
export interface IntervalBlock extends Channel {
  kind: 'intervals'
  /** First instant, UTC seconds; interval n starts `seconds` × n later. */
  start: number
  /** 300 to 3,600, or 86,400: then each is one local day, however long. */
  seconds: number
  /** Whole Wh: see WholeWh for numbers that are finer. */
  energyWh: readonly Wh[]
  /** Of all, or of each. */
  quality: ReadQuality | readonly ReadQuality[]
  /** The format has it that a later one counts: the reader has said so by a remark. */
  replaces?: boolean
  /** Where the block starts in the file, from 1; 0 in files without lines. */
  line: number
}

/** What a register showed at an instant, or counted up to it. */
export interface RegisterReading extends Channel {
  kind: 'reading'
  /** UTC seconds. */
  time: number
  /** The tariff register; null for the total of all. */
  register: Register | null
  /** Cumulative. */
  valueWh: Wh
  quality: ReadQuality
  line: number
}

/** A fault refuses the file; a remark says what was left out or mended, and why. */
export interface Remark {
  kind: 'fault' | 'remark'
  about: FileFault
}

export type MeterFileItem = IntervalBlock | RegisterReading | Remark

export interface MeterFile {
  /** What the person called it: for the report. */
  name: string
  bytes: AsyncIterable<Uint8Array>
}

/** A reader goes on after a fault when it can, so that a report names more than the first; it ends when it cannot. */
export type MeterFileReader = (file: MeterFile) => AsyncGenerator<MeterFileItem>

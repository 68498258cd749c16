/** Energy of consecutive intervals of one length: no gap, no repeat, whatever the wall clock did meanwhile. */
export interface IntervalRun {
  /** First instant, UTC seconds; interval n starts `seconds` × n later. */
  start: number
  seconds: number
  /** Whole Wh. Both have the same length. */
  importWh: BigUint64Array
  exportWh: BigUint64Array
}

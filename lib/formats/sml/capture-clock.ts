/** The instant of a frame. Most meters only count the seconds they have run: those are counted from the start of the capture. */
import type { FileReport } from '../file-report'
import type { SmlTime } from './value-list'

/** A capture is one file: a meter that seems to run for longer in it was restarted, or its number is damaged. */
const LONGEST_CAPTURE_S = 366 * 86_400
/** Keeps memory flat when every frame names another meter. */
const MOST_METERS = 1_000

interface SmlMoment {
  meter: string
  time: SmlTime | null
  /** First byte of the frame. */
  frame: number
}

export class CaptureClock {
  /** What each meter's own count was when the capture began; null if it does not count. */
  private readonly counts = new Map<string, number | null>()
  private asked = false

  constructor(
    private readonly report: FileReport,
    private readonly began: number | undefined,
  ) {}

  /** UTC seconds; null if there is no telling. */
  instant({ meter, time, frame }: SmlMoment): number | null {
    if (time?.kind === 'instant') return time.seconds
    if (this.began === undefined) {
      if (!this.asked) this.report.fault('SmlTimeMissing', null, { byte: frame })
      this.asked = true
      return null
    }
    const count = this.counts.get(meter)
    if (count === undefined) {
      if (this.counts.size >= MOST_METERS) {
        this.report.fault('SmlTooManyMeters', null, { most: MOST_METERS, byte: frame })
        return null
      }
      this.counts.set(meter, time?.seconds ?? null)
      return this.began
    }
    const passed = time && count !== null ? time.seconds - count : null
    if (passed !== null && passed >= 0 && passed <= LONGEST_CAPTURE_S) return this.began + passed
    this.report.remark(passed === null ? 'SmlFrameUndated' : 'SmlClockJumped', null, { byte: frame })
    return null
  }
}

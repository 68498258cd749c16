/**
 * SML, as German meters send it on their optical port, from a capture of one meter or several. Frames whose checksum is
 * wrong are left out by name, since whole ones surround them; a capture without any whole frame is refused.
 */
import { wh, type Wh } from '@/lib/domain/units/units'
import { FileReport } from '../file-report'
import type { Direction, MeterFile, MeterFileItem, RegisterReading } from '../meter-file'
import { DEAR_FIRST } from '../two-rate-register'
import { CaptureClock } from './capture-clock'
import { smlFrames, type SmlFrame } from './frames'
import { smlNodes } from './nodes'
import { meterNumber } from './server-id'
import { valueLists, type SmlEntry, type SmlValueList } from './value-list'

export interface SmlOptions {
  /** When the capture began, UTC seconds: meters without a clock only count the seconds they have run. */
  at?: number
}

/** So many damaged frames are no bad line any more, but another kind of file. */
const MOST_BROKEN = 10_000
const BROKEN = { checksum: 'SmlChecksum', cut: 'SmlCut', tooLong: 'SmlTooLong' } as const
const WATT_HOURS = 30
const DIRECTIONS: Readonly<Record<number, Direction>> = { 1: 'import', 2: 'export' }
const CUMULATIVE = 8
const LARGEST_SCALER = 12
/** More than all meters of a country together. */
const MOST_WH = 10n ** 15n

export async function* readSml(file: MeterFile, { at }: SmlOptions = {}): AsyncGenerator<MeterFileItem> {
  const report = new FileReport()
  const clock = new CaptureClock(report, at)
  let [whole, readings, broken] = [0, 0, 0]
  for await (const frame of smlFrames(file.bytes)) {
    const lists = listsOf(frame, report)
    if (lists) whole += 1
    else broken += 1
    for (const list of lists ?? [])
      for (const reading of readingsOf(list, { frame: frame.at, clock, report })) {
        readings += 1
        yield reading
      }
    if (broken > MOST_BROKEN) report.fault('SmlDamaged', null, { most: MOST_BROKEN, byte: frame.at })
    yield* report.take()
    if (report.full || broken > MOST_BROKEN) return yield* report.end()
  }
  if (whole === 0) report.fault('SmlNoFrame', null)
  else if (readings === 0 && !report.refused) report.fault('SmlNoEnergy', null)
  yield* report.end()
}

/** Null if the frame is not whole. */
function listsOf(frame: SmlFrame, report: FileReport): SmlValueList[] | null {
  const facts = { byte: frame.at }
  if (frame.state !== 'whole') {
    report.remark(BROKEN[frame.state], null, facts)
    return null
  }
  const nodes = smlNodes(frame.messages)
  if (!nodes) report.remark('SmlMalformed', null, facts)
  return nodes && valueLists(nodes)
}

interface Capture {
  /** First byte of the frame. */
  frame: number
  clock: CaptureClock
  report: FileReport
}

function readingsOf(list: SmlValueList, { frame, clock, report }: Capture): RegisterReading[] {
  const meter = meterNumber(list.server)
  const energies = list.entries.filter(isEnergy)
  const [first] = energies
  const time = first && clock.instant({ meter, time: list.time ?? first.time, frame })
  if (time === undefined || time === null) return []
  return energies.flatMap((entry) => {
    const [, , quantity = 0, , rate = 0] = entry.code
    const channel = `${quantity}.8.${rate}`
    const [direction, register, valueWh] = [DIRECTIONS[quantity], DEAR_FIRST[rate], energyOf(entry)]
    if (register === undefined) report.remark('SmlRegisterUnknown', null, { channel, byte: frame })
    if (valueWh === null) report.remark('SmlValueUnusable', null, { channel, byte: frame })
    if (!direction || register === undefined || valueWh === null) return []
    return [{ kind: 'reading', meter, channel, direction, time, register, valueWh, quality: 'Measured', line: 0 }]
  })
}

/** 1-b:1.8.x*255 and 1-b:2.8.x*255 in Wh. */
function isEnergy({ code, unit }: SmlEntry): boolean {
  const [medium, , quantity = 0, kind, , stored] = code
  return medium === 1 && quantity in DIRECTIONS && kind === CUMULATIVE && stored === 0xff && unit === WATT_HOURS
}

/** Whole Wh the register has passed; null if a register cannot show it. */
function energyOf({ value, scaler }: SmlEntry): Wh | null {
  if (value < 0n || Math.abs(scaler) > LARGEST_SCALER) return null
  const tens = 10n ** BigInt(Math.abs(scaler))
  const energy = scaler < 0 ? value / tens : value * tens
  return energy > MOST_WH ? null : wh(energy)
}

/**
 * P1 telegrams of Dutch, Belgian and other meters that speak DSMR, versions 2.2 to 5: what their electricity registers
 * showed. A telegram that was damaged on the way is left out by name, since the next one says all it said.
 */
import { FileReport } from '../file-report'
import type { MeterFile, MeterFileItem, RegisterReading } from '../meter-file'
import { CHEAP_FIRST, DEAR_FIRST } from '../two-rate-register'
import { telegramObjects, type TelegramObjects } from './objects'
import { telegrams, type NoTelegram, type Telegram } from './telegrams'
import { telegramTime } from './telegram-time'

export interface DsmrOptions {
  /** When the first telegram was read, UTC seconds: meters before DSMR 4 do not say. */
  at?: number
}

/** So many damaged telegrams are no bad line any more, but another kind of file. */
const MOST_BROKEN = 10_000
const BROKEN = { checksum: 'DsmrChecksum', cut: 'DsmrCut', tooLong: 'DsmrTooLong', stray: 'DsmrStray' } as const

export async function* readDsmr(file: MeterFile, { at }: DsmrOptions = {}): AsyncGenerator<MeterFileItem> {
  const report = new FileReport()
  const reading = new TelegramReading(report, at)
  let [whole, readings, broken] = [0, 0, 0]
  for await (const telegram of telegrams(file.bytes)) {
    if (isWhole(telegram)) {
      whole += 1
      const found = reading.of(telegram)
      readings += found.length
      yield* found
    } else if (telegram.state === 'stray') reading.once(BROKEN.stray, telegram.line)
    else {
      report.remark(BROKEN[telegram.state], telegram.line)
      broken += 1
    }
    if (broken > MOST_BROKEN) report.fault('DsmrDamaged', telegram.line, { most: MOST_BROKEN })
    yield* report.take()
    if (report.full || broken > MOST_BROKEN) return yield* report.end()
  }
  if (whole === 0) report.fault('DsmrNoTelegram', null)
  else if (readings === 0 && !report.refused) report.fault('DsmrNoEnergy', null)
  yield* report.end()
}

const isWhole = (telegram: Telegram | NoTelegram): telegram is Telegram => 'lines' in telegram

class TelegramReading {
  /** What has been said once, for all telegrams alike. */
  private readonly said = new Set<string>()
  private undated = 0

  constructor(
    private readonly report: FileReport,
    private readonly at: number | undefined,
  ) {}

  of({ state, line, lines }: Telegram): RegisterReading[] {
    const objects = telegramObjects(lines)
    if (state === 'unchecked') this.once('DsmrUnchecked', line)
    if (objects.others) this.once('DsmrOtherMeters', line)
    if (objects.energies.length === 0) return []
    const time = this.timeOf(objects, line)
    return time === null ? [] : this.readings(objects, time, line)
  }

  private readings({ meter, belgian, energies }: TelegramObjects, time: number, first: number): RegisterReading[] {
    const names = belgian ? DEAR_FIRST : CHEAP_FIRST
    return energies.flatMap(({ line: below, channel, direction, rate, valueWh }) => {
      const [line, register] = [first + below, names[rate]]
      if (valueWh === null) this.report.fault('DsmrValueMalformed', line, { channel })
      else if (register === undefined) this.once('DsmrRegisterUnknown', line, channel)
      if (valueWh === null || register === undefined) return []
      return [{ kind: 'reading', meter, channel, direction, time, register, valueWh, quality: 'Measured', line }]
    })
  }

  /** Null if there is no telling, which the report then says. */
  private timeOf({ time }: TelegramObjects, line: number): number | null {
    if (time !== null) {
      const found = telegramTime(time)
      if (!found) this.report.fault('DsmrTimeMalformed', line)
      else if (!found.inSeason) this.once('DsmrSeason', line)
      return found && found.seconds
    }
    this.undated += 1
    if (this.at === undefined) {
      if (this.undated === 1) this.report.fault('DsmrTimeMissing', line)
      return null
    }
    if (this.undated === 1) return this.at
    this.report.remark('DsmrUndated', line)
    return null
  }

  once(name: string, line: number, channel = ''): void {
    const key = `${name} ${channel}`
    if (this.said.has(key)) return
    this.said.add(key)
    this.report.remark(name, line, channel === '' ? {} : { channel })
  }
}

/** From whatever somebody has to show for their use, to the days that offers are priced on. */
import { localDateOf, type LocalDate } from '@/lib/domain/metering/calendar'
import type { ProfileKey } from '@/lib/domain/metering/home-profile'
import type { MeterUse } from '@/lib/domain/metering/file-use'
import type { FileFault } from '@/lib/domain/metering/file-fault'
import type { MeterDay } from '@/lib/domain/metering/meter-day'
import { withShortGapsFilled } from '@/lib/domain/metering/short-gaps'
import type { ComparedMarket, UseHistory } from '@/lib/domain/offers/compare/compared'
import { historyOfDays } from '@/lib/domain/offers/compare/use-history'
import type { CustomerClass } from '@/lib/domain/offers/offer'
import { wh, WH_PER_KWH, type Wh } from '@/lib/domain/units/units'
import { profileDays } from '@/lib/services/profile-days'
import { readUseFile, type UseFileRead } from '@/lib/services/read-use-file'
import { ownUsePath } from '../own-meters'
import { historyOfSums } from '../sums-history'
import type { ReadAnswer, UseFacts, UseSource } from '../use-source'
import type { Turn } from './desk'

/** A home that uses more is likely none. */
const BUSINESS_FROM_WH_A_DAY = 25_000_000n / 365n

/** How a year in round numbers spreads over its days. */
const TYPICAL: Record<CustomerClass, ProfileKey> = { Household: 'small-home', Business: 'small-business' }

/** The world outside, so that it can be another one in a test. */
export interface Outside {
  /** UTC seconds. */
  now: () => number
  text: (path: string) => Promise<string>
  /** The download of a meter, as a file. */
  file: (path: string, turn: Turn) => Promise<File>
}

type Counting = Pick<ComparedMarket, 'calendar' | 'index' | 'demandSeconds' | 'timeZone'>

export class UseReader {
  use: UseHistory | undefined
  private meters: MeterUse[] = []
  private remarks: FileFault[] = []

  constructor(
    private readonly outside: Outside,
    private readonly counting: Counting,
  ) {}

  async read(source: UseSource, turn: Turn): Promise<ReadAnswer> {
    const keep = await this.look(source, turn)
    // Somebody may have asked for another use meanwhile: what comes late must not take its place.
    turn.signal.throwIfAborted()
    return keep()
  }

  /** Everything that takes time; what is returned keeps what was found. */
  private async look(source: UseSource, turn: Turn): Promise<() => ReadAnswer> {
    switch (source.kind) {
      case 'file': {
        const read = await this.readFile(source.file, turn, source.mapping)
        return () => this.ofFile(read)
      }
      case 'own': {
        const read = await this.readFile(await this.outside.file(ownUsePath(source.meterId), turn), turn)
        return () => this.ofFile(read)
      }
      case 'profile': {
        const use = await this.profile(source.key, source.yearlyWh)
        return () => this.standIn(use, source.customerClass)
      }
      case 'sums': {
        const { sums, customerClass } = source
        const typical = await this.profile(TYPICAL[customerClass], wh(BigInt(sums.yearlyKwh) * WH_PER_KWH))
        return () => this.standIn(historyOfSums(sums, typical), customerClass)
      }
    }
  }

  choose(meter: number): ReadAnswer {
    const chosen = this.meters[meter]
    if (!chosen) throw new RangeError(`the file has no meter ${meter}`)
    const { days, filled, left } = withShortGapsFilled(chosen.days, this.counting.timeZone)
    const [first, last] = [days[0], days.at(-1)]
    if (!first || !last) return refused('NoWholeDay')
    this.use = historyOfDays(days, this.counting)
    const remarks = filled + left > 0 ? [{ name: 'DaysWithGaps', facts: { filled, left }, line: null }] : []
    const facts: UseFacts = {
      meters: this.meters.map((one) => one.meter),
      meter,
      span: { days: days.length, first: first.day, last: last.day },
      customerClass: classOf(days),
      isShared: chosen.isShared,
      remarks: [...remarks, ...this.remarks],
    }
    return { kind: 'read', facts }
  }

  private async profile(key: ProfileKey, yearlyWh: Wh): Promise<UseHistory> {
    const hours = await this.outside.text(`/compare/profiles/${key}`)
    const order = { hours, yearlyWh, span: this.year(), timeZone: this.counting.timeZone }
    return historyOfDays(profileDays(order), this.counting)
  }

  private readFile(file: File, { signal, onProgress }: Turn, mapping?: unknown) {
    const { timeZone } = this.counting
    const onBytes = (read: number) => onProgress({ read, size: file.size })
    return readUseFile({ file, timeZone, now: this.outside.now(), signal, onBytes, mapping })
  }

  private ofFile({ faults, remarks, meters, unclear }: UseFileRead): ReadAnswer {
    if (unclear) return { kind: 'unclear', look: unclear }
    if (faults.length > 0) return { kind: 'refused', faults }
    this.meters = meters
    this.remarks = remarks
    return this.choose(0)
  }

  private standIn(use: UseHistory, customerClass: CustomerClass): ReadAnswer {
    this.meters = []
    this.use = use
    return { kind: 'read', facts: { meters: [], meter: 0, span: null, customerClass, isShared: false, remarks: [] } }
  }

  /** The twelve whole months before this one: the market has published prices for them. */
  private year(): { from: LocalDate; to: LocalDate } {
    const today = localDateOf(this.outside.now(), this.counting.timeZone)
    const to = `${today.slice(0, 7)}-01`
    return { from: `${Number(to.slice(0, 4)) - 1}${to.slice(4)}`, to }
  }
}

function refused(name: string): ReadAnswer {
  return { kind: 'refused', faults: [{ name, facts: {}, line: null }] }
}

function classOf(days: readonly MeterDay[]): CustomerClass {
  let sum = 0n
  for (const { importWh } of days) for (const energy of importWh) sum += energy
  return sum > wh(BUSINESS_FROM_WH_A_DAY) * BigInt(days.length) ? 'Business' : 'Household'
}

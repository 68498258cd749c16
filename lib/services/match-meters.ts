/** Which of the operator's meters a file means by the names it uses. */
import type { Bulk } from '@/lib/db/bulk'
import { metersNumbered, type NumberedMeter } from '@/lib/db/write/import-facts'
import { saveStagedMeters, stagedMeters } from '@/lib/db/write/import-staging'
import type { ImportLines } from './import-lines'

export interface MeterNames {
  /** The number of the one meter that the file is about, whatever it calls it. */
  meter?: string | undefined
  /** From what the file calls a meter to its number; what is not in it is a number itself. */
  meters?: Readonly<Record<string, string>> | undefined
}

/** Names of them all are kept in memory, and there is a fault for each that nobody has. */
const MOST_METERS = 50_000
/** More channels than any meter has. */
const MOST_CHANNELS = 64

/** @returns the meters by id; a name that means none of the operator's, or more than one, is a fault. */
export async function matchMeters(
  bulk: Bulk,
  operator: string,
  names: MeterNames,
  lines: ImportLines,
): Promise<Map<string, NumberedMeter>> {
  const named = await stagedMeters(bulk, MOST_METERS + 1)
  if (named.length > MOST_METERS) {
    lines.fault('MetersTooMany', { most: MOST_METERS })
    return new Map()
  }
  if (names.meter !== undefined && named.length > 1) {
    lines.fault(
      'MetersSeveral',
      { meter: names.meter, meters: named.length, second: named[1]?.meter ?? '' },
      named[1]?.line,
    )
    return new Map()
  }
  const given = new Map(Object.entries(names.meters ?? {}))
  const numberOf = (name: string) => (names.meter ?? given.get(name) ?? name).trim()
  const known = new Map<string, NumberedMeter[]>()
  for (const meter of await metersNumbered(
    bulk,
    operator,
    named.map(({ meter: name }) => numberOf(name)),
  )) {
    known.set(meter.number, [...(known.get(meter.number) ?? []), meter])
  }
  const matched = new Map<string, NumberedMeter>()
  for (const { meter: name, line, channels } of named) {
    const number = numberOf(name)
    const [one, other] = known.get(number) ?? []
    if (number === '') lines.fault('MeterNameMissing', {}, line)
    else if (!one) lines.fault('MeterNotYours', { meter: number }, line)
    else if (other) lines.fault('MeterNumberTwice', { meter: number }, line)
    else if (channels > MOST_CHANNELS)
      lines.fault('ChannelsTooMany', { meter: number, channels, most: MOST_CHANNELS }, line)
    else matched.set(name, one)
  }
  await saveStagedMeters(bulk, new Map([...matched].map(([name, { meterId }]) => [name, meterId])))
  return new Map([...matched.values()].map((meter) => [meter.meterId, meter]))
}

/**
 * How to read a delimited file: what a person chooses in the page and the market keeps for the next file of that kind.
 * Plain JSON: it is kept in the database, sent by the API, and shipped as a preset. docs/csv-mapping.md explains each word.
 */
import { z } from 'zod'
import { READ_QUALITIES } from '@/lib/domain/metering/read'
import { DATE_ORDERS } from '../time-stamp'
import { DELIMITERS } from '../csv-rows'
import { DIRECTIONS } from '../meter-file'
import { fixedOffset } from '../wall-clock'
import { countedFrom } from './counted-from'

export const CSV_MAPPING_VERSION = 1
export const CSV_UNITS = ['Wh', 'kWh', 'MWh', 'W', 'kW', 'MW'] as const
export type CsvUnit = (typeof CSV_UNITS)[number]
export const ENCODINGS = ['auto', 'utf-8', 'latin-1', 'utf-16'] as const
/** What a meter-day can hold: 5 minutes to an hour, or one interval for the whole local day. */
export const INTERVALS_S = [300, 600, 900, 1_200, 1_800, 3_600, 86_400] as const
/** A mapping of 500 columns is a mistake or an attack. */
const MOST_CHANNELS = 100

const short = z.string().min(1).max(200)
/** By its name in the header, or by its place from 1. */
const column = z.union([short, z.int().min(1).max(1_000)])
export type ColumnRef = z.infer<typeof column>
const cellTexts = z.array(z.string().max(200)).max(50)
const factor = z.string().regex(/^-?\d{1,9}(\.\d{1,9})?$/)

const textSchema = z.strictObject({
  encoding: z.enum(ENCODINGS).default('auto'),
  delimiter: z.enum(['auto', ...DELIMITERS]).default('auto'),
  /** Lines above the header, or above the first row where there is none. */
  skipTop: z.int().min(0).max(1_000).default(0),
  /** Lines at the end that are no intervals: totals, remarks. */
  skipBottom: z.int().min(0).max(100).default(0),
  header: z.boolean().default(true),
  decimal: z.enum(['.', ',']).default('.'),
  thousands: z.enum(['', '.', ',', ' ', "'"]).default(''),
  /** Cells that mean that nothing was measured. An empty cell always does. */
  missing: cellTexts.default([]),
})

const order = z.enum(DATE_ORDERS).default('ymd')
const timeSchema = z.discriminatedUnion('kind', [
  /** Date and time in one cell, with an offset or without; a date alone is its 00:00. */
  z.strictObject({ kind: z.literal('stamp'), column, order }),
  z.strictObject({ kind: z.literal('date-and-time'), date: column, time: column, order }),
  /** With `wallClock` the program counted what the clock on the wall showed, not UTC. */
  z.strictObject({
    kind: z.literal('unix'),
    column,
    unit: z.enum(['s', 'ms']).default('s'),
    wallClock: z.boolean().default(false),
  }),
  /** A row for each day: `count` columns from `first` on hold its intervals. */
  z.strictObject({ kind: z.literal('day-rows'), date: column, order, first: column, count: z.int().min(24).max(288) }),
  /** No time in the file: its rows follow each other from this instant of the zone on. */
  z.strictObject({ kind: z.literal('counted'), start: z.string().max(40) }),
])

const channelSchema = z.strictObject({
  /** Unique within a meter. */
  channel: short,
  /** By sign: what is above zero is import, what is below is export; two channels come of it. */
  direction: z.enum([...DIRECTIONS, 'by-sign']),
  /** An energy or mean power for each interval, or a register that counts on. */
  kind: z.enum(['interval', 'register']).default('interval'),
  unit: z.enum(CSV_UNITS),
  factor: factor.default('1'),
  /** Several add up: the tariff registers of one direction. None where rows of a day hold the intervals. */
  columns: z.array(column).max(20).default([]),
  /** Taken off before the sign is looked at: generation beside load. In the unit of the channel, times the factor. */
  minus: z.strictObject({ columns: z.array(column).min(1).max(20), factor: factor.default('1') }).optional(),
  /** Only rows whose cell is one of these. */
  when: z.strictObject({ column, is: cellTexts.min(1) }).optional(),
  /** Of a register: whole digits of its dial, in its unit. Without it, a register that goes back is refused. */
  digits: z.int().min(3).max(12).optional(),
  /** Of a register that was not read for a while: leave a gap, or share what it counted out as estimates. */
  unread: z.enum(['leave', 'share']).default('leave'),
  /** Of a register: a single reading too high, after which it counts on where it was. */
  wrongReading: z.enum(['refuse', 'leave-out']).default('refuse'),
})
export type CsvChannel = z.infer<typeof channelSchema>

const meterSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('named'), name: short }),
  z.strictObject({ kind: z.literal('column'), column }),
  /** Every column that is not used otherwise is a meter, named by its header. */
  z.strictObject({ kind: z.literal('header') }),
])

const qualitySchema = z.strictObject({
  column,
  words: z.partialRecord(z.enum([...READ_QUALITIES, 'Missing']), cellTexts),
  /** What all other words mean; without it they are refused. */
  otherwise: z.enum([...READ_QUALITIES, 'Missing']).optional(),
})

export const csvMappingSchema = z
  .strictObject({
    version: z.literal(CSV_MAPPING_VERSION),
    text: textSchema.prefault({}),
    time: timeSchema,
    /** An IANA name or an offset such as +01:00; of times that state no offset. */
    zone: z.string().refine(isZone, { error: 'is no time zone. Write a name such as Europe/Dublin, or +01:00.' }),
    /** Whether a time is the first or the last instant of its interval. */
    mark: z.enum(['start', 'end']).default('start'),
    /** 00:00 after 23:45 of the same date ends that date. */
    midnight: z.enum(['starts-the-day', 'ends-the-day']).default('starts-the-day'),
    /** Null: found from the rows. */
    seconds: z
      .union(INTERVALS_S.map((each) => z.literal(each)))
      .nullable()
      .default(null),
    rows: z.enum(['auto', 'oldest-first', 'newest-first']).default('auto'),
    /** The hour the clocks skip: refused, or left out where it holds nothing. */
    skippedHour: z.enum(['refuse', 'leave-out-if-zero']).default('refuse'),
    /** The hour the clocks repeat: in the file twice, or once with the energy of both. */
    repeatedHour: z.enum(['twice', 'once-with-both']).default('twice'),
    meter: meterSchema.prefault({ kind: 'none' }),
    /** Rows about other things, such as gas, are left out. */
    only: z
      .array(z.strictObject({ column, is: cellTexts.default([]), startsWith: z.string().max(40).optional() }))
      .max(10)
      .default([]),
    quality: qualitySchema.nullable().default(null),
    channels: z.array(channelSchema).min(1).max(MOST_CHANNELS),
  })
  .refine(({ text }) => text.decimal !== text.thousands, { error: 'the decimal and the thousands sign are the same' })
  .refine(hasColumns, {
    error: 'every channel needs a column; by day rows and meters in the header there is one channel without',
  })
  .refine(({ channels }) => new Set(channels.map(({ channel }) => channel)).size === channels.length, {
    error: 'two channels have one name',
  })
  // A zone that is none is its own problem.
  .refine(
    ({ time, zone }) => time.kind !== 'counted' || !isZone(zone) || !Number.isNaN(countedFrom(time.start, zone)),
    {
      path: ['time', 'start'],
      error: 'is no time, or one that the clocks of the zone skip. Write it as 2026-01-31 00:00.',
    },
  )

export type CsvMapping = z.output<typeof csvMappingSchema>
export type CsvMappingInput = z.input<typeof csvMappingSchema>

function isZone(zone: string): boolean {
  if (fixedOffset(zone) !== null) return true
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function hasColumns({
  time,
  meter,
  channels,
}: {
  time: { kind: string }
  meter: { kind: string }
  channels: CsvChannel[]
}) {
  const implied = time.kind === 'day-rows' || meter.kind === 'header'
  return implied
    ? channels.every(
        ({ columns, minus, kind }) =>
          columns.length === 0 && !minus && (kind === 'interval' || time.kind !== 'day-rows'),
      )
    : channels.every(({ columns }) => columns.length > 0)
}

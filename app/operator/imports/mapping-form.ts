/** A mapping as a person fills it in, column by column, and back. What the form does not ask is kept as it was proposed. */
import type { CsvMapping, CsvUnit } from '@/lib/services/look-at-file'

export const COLUMN_ROLES = ['none', 'time', 'date', 'clock', 'import', 'export', 'by-sign', 'meter'] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]
export const UNITS = ['Wh', 'kWh', 'MWh', 'W', 'kW', 'MW'] as const satisfies CsvUnit[]
export const ORDERS = ['ymd', 'dmy', 'mdy'] as const
export const LENGTHS_S = [300, 600, 900, 1_200, 1_800, 3_600, 86_400] as const

export interface ColumnPlan {
  /** By its name in the header, or by its place from 1. */
  ref: string | number
  role: ColumnRole
  unit: CsvUnit
}

export interface MappingForm {
  columns: ColumnPlan[]
  /** Seconds since 1970 instead of a date and a time. */
  isUnix: boolean
  order: (typeof ORDERS)[number]
  zone: string
  mark: 'start' | 'end'
  decimal: '.' | ','
  kind: 'interval' | 'register'
  /** Null: found from the rows. */
  seconds: (typeof LENGTHS_S)[number] | null
}

type Channel = CsvMapping['channels'][number]

/** Null if the proposal says more than the form can: then it is used as it is. */
export function formOf(mapping: CsvMapping, look: { header: string[] | null; rows: string[][] }): MappingForm | null {
  const { time, channels, meter } = mapping
  if (time.kind === 'day-rows' || time.kind === 'counted' || mapping.only.length > 0) return null
  if (meter.kind === 'header' || meter.kind === 'named' || channels.some(isSpecial)) return null
  const kinds = new Set(channels.map(({ kind }) => kind))
  if (kinds.size > 1) return null
  const width = Math.max(look.header?.length ?? 0, ...look.rows.map(({ length }) => length))
  const columns = Array.from({ length: width }, (_, index): ColumnPlan => {
    const refs = [look.header?.[index], index + 1]
    const isHere = (ref: string | number) => refs.includes(ref)
    const channel = channels.find((each) => each.columns.some(isHere))
    const ref = look.header?.[index] || index + 1
    return { ref, role: roleOf(mapping, channel, isHere), unit: channel?.unit ?? 'kWh' }
  })
  return {
    columns,
    isUnix: time.kind === 'unix',
    order: time.kind === 'unix' ? 'ymd' : time.order,
    zone: mapping.zone,
    mark: mapping.mark,
    decimal: mapping.text.decimal,
    kind: channels[0]?.kind ?? 'interval',
    seconds: mapping.seconds,
  }
}

function isSpecial({ minus, when, factor }: Channel): boolean {
  return minus !== undefined || when !== undefined || factor !== '1'
}

function roleOf(
  { time, meter }: CsvMapping,
  channel: Channel | undefined,
  isHere: (ref: string | number) => boolean,
): ColumnRole {
  if (time.kind === 'date-and-time') {
    if (isHere(time.date)) return 'date'
    if (isHere(time.time)) return 'clock'
  } else if ((time.kind === 'stamp' || time.kind === 'unix') && isHere(time.column)) return 'time'
  if (meter.kind === 'column' && isHere(meter.column)) return 'meter'
  return channel?.direction ?? 'none'
}

/** What is still to be said before the form makes a mapping. */
export type MissingPart = 'time' | 'clock' | 'energy'

export function missingIn({ columns }: Pick<MappingForm, 'columns'>): MissingPart | null {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role)
  if (!has('time') && !has('date')) return 'time'
  if (has('date') && !has('clock') && !has('time')) return 'clock'
  return has('import') || has('export') || has('by-sign') ? null : 'energy'
}

/** Not checked yet: whoever reads by it checks it. */
export function mappingOf(form: MappingForm, proposed: CsvMapping): unknown {
  const refOf = (role: ColumnRole) => form.columns.find((column) => column.role === role)?.ref
  const [stamp, date, clock, meter] = [refOf('time'), refOf('date'), refOf('clock'), refOf('meter')]
  const unix = { kind: 'unix', column: stamp }
  const read = { kind: 'stamp', column: stamp, order: form.order }
  const parts = { kind: 'date-and-time', date, time: clock, order: form.order }
  return {
    ...proposed,
    text: { ...proposed.text, decimal: form.decimal, thousands: '' },
    time: stamp === undefined ? parts : form.isUnix ? unix : read,
    zone: form.zone,
    mark: form.mark,
    seconds: form.seconds,
    meter: meter === undefined ? { kind: 'none' } : { kind: 'column', column: meter },
    channels: channelsOf(form),
  }
}

/** Columns of one direction and unit add up: the tariff registers of one meter. */
function channelsOf({ columns, kind }: MappingForm): unknown[] {
  return (['import', 'export', 'by-sign'] as const).flatMap((direction) =>
    UNITS.flatMap((unit) => {
      const refs = columns.filter((column) => column.role === direction && column.unit === unit).map(({ ref }) => ref)
      const channel = `${direction} ${unit}`
      return refs.length === 0 ? [] : [{ channel, direction, kind, unit, columns: refs }]
    }),
  )
}

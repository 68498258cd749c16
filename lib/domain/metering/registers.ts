/** Which of the five tariff registers an hour counts on. */

/** 尖 峰 平 谷 深谷. This order holds in every read, table and column. */
export const REGISTERS = ['sharp', 'peak', 'flat', 'valley', 'deepValley'] as const

export type Register = (typeof REGISTERS)[number]

/** For each month (January first) the register of each local hour 0–23. */
export type RegisterCalendar = readonly (readonly Register[])[]

/** Local hours [from, to) of every day of the given months (1–12); of every month when none are given. */
export type RegisterWindow = { register: Register; from: number; to: number; months?: readonly number[] }

/** Refuses windows that overlap or leave a gap: every hour of the year counts on exactly one register. */
export function registerCalendar(windows: readonly RegisterWindow[]): RegisterCalendar {
  return Array.from({ length: 12 }, (_, monthIndex) =>
    Array.from({ length: 24 }, (_, hour) => registerIn(windows, monthIndex + 1, hour)),
  )
}

function registerIn(windows: readonly RegisterWindow[], month: number, hour: number): Register {
  const found = windows.filter(
    (window) => window.from <= hour && hour < window.to && (window.months?.includes(month) ?? true),
  )
  const [only] = found
  if (found.length !== 1 || !only)
    throw new RangeError(`month ${month} hour ${hour} counts on ${found.length} registers`)
  return only.register
}

/** Position of an hour's register in a read. */
export function registerIndex(calendar: RegisterCalendar, { month, hour }: { month: number; hour: number }): number {
  const register = calendar[month - 1]?.[hour]
  if (register === undefined) throw new RangeError(`no hour ${hour} in month ${month}`)
  return REGISTERS.indexOf(register)
}

/** The market's own choice, the same in every month: the evening is dearest, the small hours are cheapest. */
export const marketRegisterCalendar: RegisterCalendar = registerCalendar([
  { register: 'valley', from: 0, to: 2 },
  { register: 'deepValley', from: 2, to: 5 },
  { register: 'valley', from: 5, to: 7 },
  { register: 'flat', from: 7, to: 9 },
  { register: 'peak', from: 9, to: 12 },
  { register: 'flat', from: 12, to: 16 },
  { register: 'peak', from: 16, to: 18 },
  { register: 'sharp', from: 18, to: 20 },
  { register: 'peak', from: 20, to: 21 },
  { register: 'flat', from: 21, to: 23 },
  { register: 'valley', from: 23, to: 24 },
])

/** Which tariff register a two-rate meter's number stands for: its dear hours are 峰, its cheap ones 谷. */
import type { Register } from '@/lib/domain/metering/registers'

/** Null is the total of all; undefined a register this market has no name for. */
export type RegisterNames = Readonly<Record<string, Register | null>>

/** Germany (HT, NT) and Belgium (day, night): 1 is dear. */
export const DEAR_FIRST: RegisterNames = { '0': null, '1': 'peak', '2': 'valley' }
/** The Netherlands (low, normal): 1 is cheap. */
export const CHEAP_FIRST: RegisterNames = { '0': null, '1': 'valley', '2': 'peak' }

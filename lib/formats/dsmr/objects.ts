/** What a telegram says that is of use here: one object in each line, its OBIS code and its values in brackets. */
import { wh, type Wh } from '@/lib/domain/units/units'
import { exactDecimal } from '../decimal'
import type { Direction } from '../meter-file'

export interface EnergyObject {
  /** Within the telegram, from 0. */
  line: number
  /** 1.8.1 */
  channel: string
  direction: Direction
  /** The last number of the code. */
  rate: string
  /** Null if it cannot be read. */
  valueWh: Wh | null
}

export interface TelegramObjects {
  meter: string
  time: string | null
  /** Belgium numbers its tariffs the other way round. */
  belgian: boolean
  energies: EnergyObject[]
  /** Gas, water and heat meters that send through this one. */
  others: boolean
}

const OBJECT = /^(\d-\d{1,3}):(\d{1,3}\.\d{1,3}\.\d{1,3})(?:[.*]255)?\(([^()]*)\)/
const ENERGY = /^([12])\.8\.(\d{1,3})$/
const VALUE = /^(\d{1,12}(?:\.\d{1,9})?)\*(k?Wh)$/i
const OTHER = /^0-[1-9]$/
const UNIT_SCALE = { kwh: 3, wh: 0 } as const
/** Finer than the value's form lets through, so that nothing is too fine to be counted. */
const FINE = 9
const LONGEST_METER = 64

export function telegramObjects(lines: readonly string[]): TelegramObjects {
  const found: TelegramObjects = { meter: '', time: null, belgian: false, energies: [], others: false }
  for (const [line, text] of lines.entries()) {
    const [, channelGroup = '', code = '', value = ''] = OBJECT.exec(text) ?? []
    if (OTHER.test(channelGroup)) found.others = true
    else if (code === '96.1.1' && channelGroup === '0-0') found.meter = meterNumber(value)
    else if (code === '1.0.0' && channelGroup === '0-0') found.time = value
    else if (code === '96.1.4') found.belgian = true
    else if (channelGroup.startsWith('1-')) found.energies.push(...energyObject(line, code, value))
  }
  return found
}

function energyObject(line: number, channel: string, value: string): EnergyObject[] {
  const [, quantity, rate] = ENERGY.exec(channel) ?? []
  if (rate === undefined) return []
  return [{ line, channel, direction: quantity === '1' ? 'import' : 'export', rate, valueWh: energyOf(value) }]
}

/** Whole Wh the register has passed. */
function energyOf(value: string): Wh | null {
  const [, digits = '', unit = ''] = VALUE.exec(value) ?? []
  const scale = UNIT_SCALE[unit.toLowerCase() as keyof typeof UNIT_SCALE]
  const counted = scale === undefined ? 'malformed' : exactDecimal(digits, scale + FINE)
  return typeof counted === 'bigint' ? wh(counted / 10n ** BigInt(FINE)) : null
}

/** The number is sent as the codes of its letters; a few makers send digits as they are. */
function meterNumber(value: string): string {
  if (!/^(?:[0-9A-Fa-f]{2})+$/.test(value)) return value.replace(/[^\x20-\x7e]/g, '?').slice(0, LONGEST_METER)
  const text = value.replace(/../g, (code) => String.fromCharCode(Number.parseInt(code, 16)))
  return (/^[\x21-\x7e]+$/.test(text) ? text : value).slice(0, LONGEST_METER)
}

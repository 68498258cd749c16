/** What was typed into a form, field by field: values, and what is wrong with each of them. */
import { READ_QUALITIES, type ReadQuality } from '@/lib/domain/metering/read'
import { registerValues, type RegisterValues } from '@/lib/domain/metering/register-values'
import { REGISTERS } from '@/lib/domain/metering/registers'
import type { Address } from '@/lib/domain/units/hex'
import { bps, microPerKwh, watt, wh, type Bps, type MicroPerKwh, type Watt, type Wh } from '@/lib/domain/units/units'
import { serialNumberFrom } from '@/lib/domain/metering/serial-number'
import { parseCount, parseKw, parseKwh, parsePercent, parsePrice } from '@/lib/format/parse-amount'
import { parseMoment } from '@/lib/format/parse-moment'

export const FAULTS = [
  'missing',
  'tooLong',
  'number',
  'range',
  'moment',
  'account',
  'choice',
  'signedRead',
  'serial',
  'past',
  'afterClose',
  'afterPeriod',
] as const
export type Fault = (typeof FAULTS)[number]
export type Faults = Readonly<Record<string, Fault>>

/** On chain a capacity and a demand have 48 bits. */
const WIDEST_W = 1n << 48n

export class FormReader {
  readonly #faults: Record<string, Fault> = {}

  constructor(
    private readonly form: FormData,
    private readonly timeZone: string,
  ) {}

  /** Empty if everything that was read so far is right. */
  get faults(): Faults {
    return this.#faults
  }

  /** Everything as it was typed, to be shown again. */
  get typed(): Record<string, string> {
    return Object.fromEntries(
      [...this.form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    )
  }

  text(name: string, most: number): string {
    const value = this.form.get(name)
    const text = typeof value === 'string' ? value.trim() : ''
    if (text === '') return this.#fault(name, 'missing', '')
    return text.length > most ? this.#fault(name, 'tooLong', '') : text
  }

  /** Null where nothing is typed: not every device has one that is known. */
  serial(name: string): string | null {
    const value = this.form.get(name)
    if (typeof value !== 'string' || value.trim() === '') return null
    return serialNumberFrom(value) ?? this.#fault(name, 'serial', null)
  }

  count(name: string, { from, to }: { from: number; to: number }): number {
    const value = parseCount(this.text(name, 40), Number.MAX_SAFE_INTEGER)
    if (value === null) return this.#fault(name, 'number', from)
    return value < from || value > to ? this.#fault(name, 'range', from) : value
  }

  energy(name: string): Wh {
    return parseKwh(this.text(name, 40)) ?? this.#fault(name, 'number', wh(0n))
  }

  /** ¥/kWh. */
  price(name: string): MicroPerKwh {
    return parsePrice(this.text(name, 40)) ?? this.#fault(name, 'number', microPerKwh(0n))
  }

  percent(name: string): Bps {
    return parsePercent(this.text(name, 40)) ?? this.#fault(name, 'number', bps(0n))
  }

  registers(prefix: string): RegisterValues<Wh> {
    return registerValues(REGISTERS.map((register) => this.energy(`${prefix}.${register}`)))
  }

  power(name: string, { positive }: { positive: boolean }): Watt {
    const value = parseKw(this.text(name, 40))
    if (value === null) return this.#fault(name, 'number', watt(1n))
    return value >= WIDEST_W || (positive && value === 0n) ? this.#fault(name, 'range', watt(1n)) : value
  }

  moment(name: string): number {
    return parseMoment(this.text(name, 40), this.timeZone) ?? this.#fault(name, 'moment', 0)
  }

  account(name: string): Address {
    const text = this.text(name, 100)
    if (!/^0x[0-9a-fA-F]{40}$/.test(text) || /^0x0+$/.test(text))
      return this.#fault(name, 'account', '0x0000000000000000000000000000000000000000')
    return text.toLowerCase() as Address
  }

  choice<Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]): Choice {
    const value = this.text(name, 100)
    return choices.find((choice) => choice === value) ?? this.#fault(name, 'choice', choices[0])
  }

  quality(name: string): ReadQuality {
    return this.choice(name, READ_QUALITIES)
  }

  wrong(name: string, fault: Fault): void {
    this.#fault(name, fault, null)
  }

  /** The first fault of a field is the one that is shown. */
  #fault<Value>(name: string, fault: Fault, instead: Value): Value {
    this.#faults[name] ??= fault
    return instead
  }
}

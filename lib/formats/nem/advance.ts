/** Two readings of a register, and the energy that a file states between them. */
import { Faulty, shown } from '../faulty'
import type { RegisterReading, Remark } from '../meter-file'
import { exactWh, SCALE } from './energy'
import { marketTime, shownTime } from './market-time'
import { nemQuality } from './quality'

export interface End {
  text: string
  exact: bigint
  time: number
  /** Null: there was no reading. */
  quality: RegisterReading['quality'] | null
}

export function endOf(
  [text = '', at = '', flag = '']: readonly string[],
  { exponent, line }: { exponent: number; line: number },
): End {
  const quality = nemQuality(flag)
  if (quality === undefined || quality === 'V') throw new Faulty('NemQualityUnknown', { text: shown(flag) }, line)
  const time = marketTime(at, line)
  if (quality === 'N') return { text, exact: 0n, time, quality: null }
  const exact = exactWh(text, { exponent, line })
  if (exact < 0n) throw new Faulty('NemEnergyNegative', { text: shown(text) }, line)
  return { text, exact, time, quality }
}

/** The energy that the file states against the advance of the register. A multiplier that it does not name may lie between. */
export function* checkAdvance(
  { from, to, quantity, exponent }: { from: End; to: End; quantity: string; exponent: number },
  { meter, channel, unit, line }: { meter: string; channel: string; unit: string; line: number },
): Generator<Remark> {
  if (to.time <= from.time)
    throw new Faulty('NemReadingsReversed', { from: shownTime(from.time), to: shownTime(to.time) }, line)
  if (from.quality === null || to.quality === null) return
  const stated = exactWh(quantity, { exponent, line })
  const facts = { meter, channel, from: shown(from.text), to: shown(to.text), quantity: shown(quantity), unit }
  if (stated < 0n) throw new Faulty('NemQuantityNegative', facts, line)
  const advance = to.exact - from.exact
  if (advance === stated) return
  const rolls = advance < 0n && advance + dialSize([from, to], exponent) === stated
  yield remark(rolls ? 'NemRegisterRolled' : 'NemQuantityDiffers', facts, line)
}

/** Leading zeros are written: the longer text has all digits of the dial. */
function dialSize(ends: readonly End[], exponent: number): bigint {
  const digits = Math.max(...ends.map(({ text }) => /^\d*/.exec(text)?.[0].length ?? 0))
  return 10n ** BigInt(digits + SCALE + exponent)
}

export function remark(name: string, facts: Record<string, string>, line: number): Remark {
  return { kind: 'remark', about: { name, facts, line } }
}

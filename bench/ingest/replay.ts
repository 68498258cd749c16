/** A file that is imported twice, through the service that people's files go through: the second time nothing may change. */
import { randomUUID } from 'node:crypto'
import { dayBounds } from '@/lib/domain/metering/calendar'
import type { Wh } from '@/lib/domain/units/units'
import { env } from '@/lib/env'
import type { IntervalBlock, MeterFile } from '@/lib/formats/meter-file'
import { importMeterFile } from '@/lib/services/import-meter-file'
import { dayShapes, meterDays, MINUTES, numberOf, OPERATOR, QUARTERS, type Span } from './meters'

export interface ReplayRates {
  /** Readings per second. */
  first: number
  again: number
  /** Days that changed the second time. */
  changed: number
}

export async function measureReplay(span: Span): Promise<ReplayRates> {
  const readings = span.meters * span.days * QUARTERS
  const first = await timed(span)
  const again = await timed(span)
  if (first.changes !== span.meters * span.days) throw new Error(`${first.changes} days came of the file`)
  return { first: readings / first.seconds, again: readings / again.seconds, changed: again.changes }
}

async function timed(span: Span): Promise<{ seconds: number; changes: number }> {
  const began = performance.now()
  const file = { name: 'bench', bytes: oneByte(), read: (from: MeterFile) => blocks(from, span) }
  const decision = await importMeterFile({ id: randomUUID(), operator: OPERATOR, ...file })
  if (!decision.ok || decision.value.status !== 'done') throw new Error(JSON.stringify(decision))
  const { daysNew, daysChanged } = decision.value
  return { seconds: (performance.now() - began) / 1_000, changes: daysNew + daysChanged }
}

async function* oneByte(): AsyncGenerator<Uint8Array> {
  yield Uint8Array.of(0)
}

/** As a reader yields them: a block for each channel and day. */
async function* blocks({ bytes }: MeterFile, span: Span): AsyncGenerator<IntervalBlock> {
  for await (const chunk of bytes) void chunk
  const shapes = dayShapes()
  for (const { meter, day, shape } of meterDays(span)) {
    const of = shapes[shape]
    if (!of) continue
    const { start } = dayBounds(day, env.marketTimeZone)
    const block = { kind: 'intervals', meter: numberOf(meter), start, seconds: MINUTES * 60, line: 1 } as const
    const quality = of.qualities.map((each) => (each === 'Missing' ? 'Estimated' : each))
    const channel = (name: string, direction: 'import' | 'export', energyWh: readonly Wh[]) =>
      ({ ...block, channel: name, direction, energyWh, quality }) as const
    yield channel('E1', 'import', of.importWh)
    yield channel('B1', 'export', of.exportWh)
  }
}

import type { MeterRow } from '@/lib/db/read/metering'

/** Meters whose supply point, number or id contains every word. */
export function searchMeters<Meter extends Pick<MeterRow, 'id' | 'label' | 'number'>>(
  meters: readonly Meter[],
  search: string,
): Meter[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return meters.filter(({ id, label, number }) => {
    const text = `${label ?? ''} ${number ?? ''} ${id}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
